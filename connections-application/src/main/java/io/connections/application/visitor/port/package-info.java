/// Where events and visitors are kept.
@NullMarked
package io.connections.application.visitor.port;

import org.jspecify.annotations.NullMarked;
