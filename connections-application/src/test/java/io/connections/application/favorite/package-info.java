/// Stars, with every port in memory.
@NullMarked
package io.connections.application.favorite;

import org.jspecify.annotations.NullMarked;
