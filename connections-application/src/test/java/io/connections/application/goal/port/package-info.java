/// What every [io.connections.application.goal.port.TextTools] must do.
@NullMarked
package io.connections.application.goal.port;

import org.jspecify.annotations.NullMarked;
