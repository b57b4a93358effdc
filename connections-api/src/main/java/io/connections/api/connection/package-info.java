/// Connections as the API shows and takes them.
@NullMarked
package io.connections.api.connection;

import org.jspecify.annotations.NullMarked;
