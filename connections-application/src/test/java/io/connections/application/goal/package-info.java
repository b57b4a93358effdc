/// Looking at what a goal would do.
@NullMarked
package io.connections.application.goal;

import org.jspecify.annotations.NullMarked;
