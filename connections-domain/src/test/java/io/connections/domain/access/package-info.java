/// Who asks, in words.
@NullMarked
package io.connections.domain.access;

import org.jspecify.annotations.NullMarked;
