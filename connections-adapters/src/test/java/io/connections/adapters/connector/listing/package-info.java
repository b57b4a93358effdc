/// Looking for what a run would read.
@NullMarked
package io.connections.adapters.connector.listing;

import org.jspecify.annotations.NullMarked;
