/// What requests leave for runs and read of them, in PostgreSQL. The run engine's own writing is in
/// `persistence.run`.
@NullMarked
package io.connections.adapters.persistence.runs;

import org.jspecify.annotations.NullMarked;
