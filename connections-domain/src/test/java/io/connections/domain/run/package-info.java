/// Runs and counts, tested.
@NullMarked
package io.connections.domain.run;

import org.jspecify.annotations.NullMarked;
