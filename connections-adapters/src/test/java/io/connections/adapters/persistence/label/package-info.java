/// Labels on a real PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.label;

import org.jspecify.annotations.NullMarked;
