/// What a connection can be made of.
@NullMarked
package io.connections.domain.catalog;

import org.jspecify.annotations.NullMarked;
