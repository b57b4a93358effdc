/// Where it is kept.
@NullMarked
package io.connections.application.personal.port;

import org.jspecify.annotations.NullMarked;
