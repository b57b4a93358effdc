/// The vault, on a real PostgreSQL.
@NullMarked
package io.connections.adapters.secrets;

import org.jspecify.annotations.NullMarked;
