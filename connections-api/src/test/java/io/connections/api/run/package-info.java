@NullMarked
package io.connections.api.run;

import org.jspecify.annotations.NullMarked;
