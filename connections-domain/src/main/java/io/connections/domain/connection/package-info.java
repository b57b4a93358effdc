/// A configured link to one outside system.
@NullMarked
package io.connections.domain.connection;

import org.jspecify.annotations.NullMarked;
