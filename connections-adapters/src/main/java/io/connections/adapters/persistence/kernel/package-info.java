/// Transactions, ids and answered requests on PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.kernel;

import org.jspecify.annotations.NullMarked;
