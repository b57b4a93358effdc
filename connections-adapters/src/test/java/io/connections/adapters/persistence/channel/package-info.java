/// Channels on a real PostgreSQL.
@NullMarked
package io.connections.adapters.persistence.channel;

import org.jspecify.annotations.NullMarked;
