/// What every store of events and visitors does.
@NullMarked
package io.connections.application.visitor.port;

import org.jspecify.annotations.NullMarked;
