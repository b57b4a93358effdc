/// Connections on a real PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.connection;

import org.jspecify.annotations.NullMarked;
