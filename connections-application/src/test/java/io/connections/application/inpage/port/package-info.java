@NullMarked
package io.connections.application.inpage.port;

import org.jspecify.annotations.NullMarked;
