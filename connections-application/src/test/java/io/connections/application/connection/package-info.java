/// Use cases of connections, with every port in memory.
@NullMarked
package io.connections.application.connection;

import org.jspecify.annotations.NullMarked;
