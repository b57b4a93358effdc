/// One vocabulary of labels over every kind of object.
@NullMarked
package io.connections.application.label;

import org.jspecify.annotations.NullMarked;
