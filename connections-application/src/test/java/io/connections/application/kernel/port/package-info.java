/// Contracts of the ports that every feature needs, and their fakes.
@NullMarked
package io.connections.application.kernel.port;

import org.jspecify.annotations.NullMarked;
