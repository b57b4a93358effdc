@NullMarked
package io.connections.domain.catalog;

import org.jspecify.annotations.NullMarked;
