/// Which pages belong to a channel, and where a connection is active.
@NullMarked
package io.connections.domain.channel;

import org.jspecify.annotations.NullMarked;
