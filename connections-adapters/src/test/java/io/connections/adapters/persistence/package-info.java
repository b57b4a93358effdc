@NullMarked
package io.connections.adapters.persistence;

import org.jspecify.annotations.NullMarked;
