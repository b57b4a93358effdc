/// Where stars and what was used last are kept.
@NullMarked
package io.connections.application.favorite.port;

import org.jspecify.annotations.NullMarked;
