/// The contracts of `overview` on PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.overview;

import org.jspecify.annotations.NullMarked;
