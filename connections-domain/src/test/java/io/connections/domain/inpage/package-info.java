/// In-page connections, tested.
@NullMarked
package io.connections.domain.inpage;

import org.jspecify.annotations.NullMarked;
