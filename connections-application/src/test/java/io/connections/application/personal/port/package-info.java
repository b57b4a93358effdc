/// What whoever keeps things for people promises.
@NullMarked
package io.connections.application.personal.port;

import org.jspecify.annotations.NullMarked;
