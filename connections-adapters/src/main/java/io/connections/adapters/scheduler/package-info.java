/// Starts the engine's work, on whichever replica has a slot free.
@NullMarked
package io.connections.adapters.scheduler;

import org.jspecify.annotations.NullMarked;
