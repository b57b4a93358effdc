/// A look at the page of somebody's website: fetched through the outgoing guard, read without
/// executing anything.
@NullMarked
package io.connections.adapters.website;

import org.jspecify.annotations.NullMarked;
