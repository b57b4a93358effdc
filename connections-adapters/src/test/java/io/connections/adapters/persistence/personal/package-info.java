/// The contracts of `personal` on PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.personal;

import org.jspecify.annotations.NullMarked;
