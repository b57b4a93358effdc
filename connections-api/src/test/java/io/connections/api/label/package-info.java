/// Labels and stars of the running service.
@NullMarked
package io.connections.api.label;

import org.jspecify.annotations.NullMarked;
