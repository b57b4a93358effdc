/// What readings of the overview promise.
@NullMarked
package io.connections.application.overview.port;

import org.jspecify.annotations.NullMarked;
