/// What every feature needs, on a real PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.kernel;

import org.jspecify.annotations.NullMarked;
