/// What every store of stars does, and one in memory.
@NullMarked
package io.connections.application.favorite.port;

import org.jspecify.annotations.NullMarked;
