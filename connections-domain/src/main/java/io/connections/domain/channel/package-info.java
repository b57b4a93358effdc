/// Outlets, and on which of their pages a connection is active.
@NullMarked
package io.connections.domain.channel;

import org.jspecify.annotations.NullMarked;
