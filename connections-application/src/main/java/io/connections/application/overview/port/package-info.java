/// What the overview is read from.
@NullMarked
package io.connections.application.overview.port;

import org.jspecify.annotations.NullMarked;
