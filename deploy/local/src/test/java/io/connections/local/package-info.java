@NullMarked
package io.connections.local;

import org.jspecify.annotations.NullMarked;
