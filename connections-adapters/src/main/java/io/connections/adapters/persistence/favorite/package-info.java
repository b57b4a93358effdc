/// Stars and what was used last in PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.favorite;

import org.jspecify.annotations.NullMarked;
