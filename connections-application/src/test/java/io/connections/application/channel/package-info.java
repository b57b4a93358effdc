/// What people can do with channels.
@NullMarked
package io.connections.application.channel;

import org.jspecify.annotations.NullMarked;
