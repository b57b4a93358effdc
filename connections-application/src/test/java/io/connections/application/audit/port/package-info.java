/// What every trail of events keeps to, and one in memory that does.
@NullMarked
package io.connections.application.audit.port;

import org.jspecify.annotations.NullMarked;
