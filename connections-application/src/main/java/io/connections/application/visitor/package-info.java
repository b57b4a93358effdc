/// What the website tag may ask and tell, and what becomes of it.
@NullMarked
package io.connections.application.visitor;

import org.jspecify.annotations.NullMarked;
