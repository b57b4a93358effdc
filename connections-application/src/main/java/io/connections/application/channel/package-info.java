/// Channels, and which of their pages a connection is active on.
@NullMarked
package io.connections.application.channel;

import org.jspecify.annotations.NullMarked;
