/// Contracts of the ports of connections, and their fakes.
@NullMarked
package io.connections.application.connection.port;

import org.jspecify.annotations.NullMarked;
