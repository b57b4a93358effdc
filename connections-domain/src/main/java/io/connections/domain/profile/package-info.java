/// Customers: properties, values, identifiers.
@NullMarked
package io.connections.domain.profile;

import org.jspecify.annotations.NullMarked;
