@NullMarked
package io.connections.api.catalog;

import org.jspecify.annotations.NullMarked;
