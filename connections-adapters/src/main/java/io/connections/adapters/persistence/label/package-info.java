/// Labels and their uses in PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.label;

import org.jspecify.annotations.NullMarked;
