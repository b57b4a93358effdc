/// The systems of others that the product knows, read from a file on the class path.
@NullMarked
package io.connections.adapters.discovery;

import org.jspecify.annotations.NullMarked;
