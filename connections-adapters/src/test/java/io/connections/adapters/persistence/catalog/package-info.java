@NullMarked
package io.connections.adapters.persistence.catalog;

import org.jspecify.annotations.NullMarked;
