/// Contracts of the engine's ports, and their fakes.
@NullMarked
package io.connections.application.run.port;

import org.jspecify.annotations.NullMarked;
