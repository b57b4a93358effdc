/// Contracts of the ports of requests about runs, and their fakes.
@NullMarked
package io.connections.application.run.request.port;

import org.jspecify.annotations.NullMarked;
