/// Measurements; `./connections bench` runs them.
@NullMarked
package io.connections.adapters.bench;

import org.jspecify.annotations.NullMarked;
