/// Connections, their saved versions and their secrets in PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.connection;

import org.jspecify.annotations.NullMarked;
