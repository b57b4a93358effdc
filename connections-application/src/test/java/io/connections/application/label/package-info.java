/// Labels, with every port in memory.
@NullMarked
package io.connections.application.label;

import org.jspecify.annotations.NullMarked;
