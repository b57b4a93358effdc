/// The systems that ship with the product.
@NullMarked
package io.connections.adapters.discovery;

import org.jspecify.annotations.NullMarked;
