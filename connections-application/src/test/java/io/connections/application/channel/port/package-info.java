/// What every store of channels does, and one in memory.
@NullMarked
package io.connections.application.channel.port;

import org.jspecify.annotations.NullMarked;
