/// Laying out a goal: what its source holds and what its mapping would do.
@NullMarked
package io.connections.application.goal;

import org.jspecify.annotations.NullMarked;
