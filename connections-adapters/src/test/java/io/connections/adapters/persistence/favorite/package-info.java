/// Stars on a real PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.favorite;

import org.jspecify.annotations.NullMarked;
