/// Secrets, encrypted with Tink and kept in PostgreSQL.
@NullMarked
package io.connections.adapters.secrets;

import org.jspecify.annotations.NullMarked;
