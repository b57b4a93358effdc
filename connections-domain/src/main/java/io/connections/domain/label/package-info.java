/// One vocabulary of labels over every kind of object.
@NullMarked
package io.connections.domain.label;

import org.jspecify.annotations.NullMarked;
