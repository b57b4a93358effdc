/// A look into the other system on behalf of a request.
@NullMarked
package io.connections.adapters.connector.listing;

import org.jspecify.annotations.NullMarked;
