/// Proofs of what all features share.
@NullMarked
package io.connections.domain.kernel;

import org.jspecify.annotations.NullMarked;
