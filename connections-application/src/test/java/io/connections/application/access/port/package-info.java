/// The contract of who asks.
@NullMarked
package io.connections.application.access.port;

import org.jspecify.annotations.NullMarked;
