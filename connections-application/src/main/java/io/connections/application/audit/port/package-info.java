/// Where events are recorded, and read.
@NullMarked
package io.connections.application.audit.port;

import org.jspecify.annotations.NullMarked;
