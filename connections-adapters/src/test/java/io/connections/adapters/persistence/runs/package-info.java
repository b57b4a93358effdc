/// What requests leave and read of runs, on a real PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.runs;

import org.jspecify.annotations.NullMarked;
