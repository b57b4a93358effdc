/// What was saved before: looking at it, comparing it, going back to it.
@NullMarked
package io.connections.application.connection.version;

import org.jspecify.annotations.NullMarked;
