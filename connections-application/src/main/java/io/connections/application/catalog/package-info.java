/// The types that connections can be made of.
@NullMarked
package io.connections.application.catalog;

import org.jspecify.annotations.NullMarked;
