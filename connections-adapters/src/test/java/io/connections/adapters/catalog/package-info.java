/// The types that ship with the product.
@NullMarked
package io.connections.adapters.catalog;

import org.jspecify.annotations.NullMarked;
