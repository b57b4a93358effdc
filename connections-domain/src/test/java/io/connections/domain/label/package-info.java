/// What a label may be called.
@NullMarked
package io.connections.domain.label;

import org.jspecify.annotations.NullMarked;
