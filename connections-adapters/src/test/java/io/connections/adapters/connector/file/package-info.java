@NullMarked
package io.connections.adapters.connector.file;

import org.jspecify.annotations.NullMarked;
