/// The list of all connections, read from PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.overview;

import org.jspecify.annotations.NullMarked;
