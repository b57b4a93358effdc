/// Run ports: plain blocking interfaces, called on virtual threads only.
@NullMarked
package io.connections.application.run.port;

import org.jspecify.annotations.NullMarked;
