/// Channels and scopes over HTTP.
@NullMarked
package io.connections.api.channel;

import org.jspecify.annotations.NullMarked;
