/// Labels over HTTP.
@NullMarked
package io.connections.api.label;

import org.jspecify.annotations.NullMarked;
