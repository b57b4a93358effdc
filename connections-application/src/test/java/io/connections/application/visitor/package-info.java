/// What the tag may ask and tell.
@NullMarked
package io.connections.application.visitor;

import org.jspecify.annotations.NullMarked;
