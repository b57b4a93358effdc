/// What each person keeps for themselves, in PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.personal;

import org.jspecify.annotations.NullMarked;
