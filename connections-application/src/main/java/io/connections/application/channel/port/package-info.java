/// Where channels are kept.
@NullMarked
package io.connections.application.channel.port;

import org.jspecify.annotations.NullMarked;
