@NullMarked
package io.connections.application.connection.version;

import org.jspecify.annotations.NullMarked;
