/// What people look over, with every port in memory.
@NullMarked
package io.connections.application.overview;

import org.jspecify.annotations.NullMarked;
