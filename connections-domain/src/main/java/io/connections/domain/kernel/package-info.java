/// The handful of words that every feature speaks.
@NullMarked
package io.connections.domain.kernel;

import org.jspecify.annotations.NullMarked;
