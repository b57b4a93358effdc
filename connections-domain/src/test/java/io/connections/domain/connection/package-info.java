/// Connections in words.
@NullMarked
package io.connections.domain.connection;

import org.jspecify.annotations.NullMarked;
