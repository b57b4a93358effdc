@NullMarked
package io.connections.adapters.run;

import org.jspecify.annotations.NullMarked;
