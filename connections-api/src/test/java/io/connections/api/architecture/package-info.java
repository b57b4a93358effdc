/// What modules alone cannot keep: how the layers may use each other.
@NullMarked
package io.connections.api.architecture;

import org.jspecify.annotations.NullMarked;
