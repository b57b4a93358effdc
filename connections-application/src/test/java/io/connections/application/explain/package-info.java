/// Explaining, in memory.
@NullMarked
package io.connections.application.explain;

import org.jspecify.annotations.NullMarked;
