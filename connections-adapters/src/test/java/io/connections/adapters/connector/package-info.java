@NullMarked
package io.connections.adapters.connector;

import org.jspecify.annotations.NullMarked;
