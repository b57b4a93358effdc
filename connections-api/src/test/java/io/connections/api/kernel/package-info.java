@NullMarked
package io.connections.api.kernel;

import org.jspecify.annotations.NullMarked;
