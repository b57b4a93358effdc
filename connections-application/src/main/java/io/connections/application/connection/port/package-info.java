/// What use cases of connections need from outside.
@NullMarked
package io.connections.application.connection.port;

import org.jspecify.annotations.NullMarked;
