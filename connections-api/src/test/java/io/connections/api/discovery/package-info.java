/// Connection Discovery of the running service.
@NullMarked
package io.connections.api.discovery;

import org.jspecify.annotations.NullMarked;
