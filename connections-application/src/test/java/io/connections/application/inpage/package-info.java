@NullMarked
package io.connections.application.inpage;

import org.jspecify.annotations.NullMarked;
