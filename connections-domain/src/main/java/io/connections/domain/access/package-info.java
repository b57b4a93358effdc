/// Who may do what.
@NullMarked
package io.connections.domain.access;

import org.jspecify.annotations.NullMarked;
