/// Real parts for tests, shared with the modules above.
@NullMarked
package io.connections.adapters.testing;

import org.jspecify.annotations.NullMarked;
