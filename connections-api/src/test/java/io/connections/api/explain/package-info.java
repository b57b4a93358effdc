/// Explaining over HTTP, on a running service.
@NullMarked
package io.connections.api.explain;

import org.jspecify.annotations.NullMarked;
