/// Making, saving, switching, testing and deleting connections.
@NullMarked
package io.connections.application.connection;

import org.jspecify.annotations.NullMarked;
