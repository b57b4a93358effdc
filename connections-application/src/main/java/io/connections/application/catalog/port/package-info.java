/// Where connection types come from.
@NullMarked
package io.connections.application.catalog.port;

import org.jspecify.annotations.NullMarked;
