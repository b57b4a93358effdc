/// What one step of a connection moves: source, matching, mapping, strategies.
@NullMarked
package io.connections.domain.goal;

import org.jspecify.annotations.NullMarked;
