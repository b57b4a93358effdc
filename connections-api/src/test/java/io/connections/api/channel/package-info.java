/// Channels over HTTP, on a running service.
@NullMarked
package io.connections.api.channel;

import org.jspecify.annotations.NullMarked;
