/// Looking at connection types.
@NullMarked
package io.connections.application.catalog;

import org.jspecify.annotations.NullMarked;
