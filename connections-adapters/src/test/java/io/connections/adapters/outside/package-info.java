/// Waiting for other systems.
@NullMarked
package io.connections.adapters.outside;

import org.jspecify.annotations.NullMarked;
