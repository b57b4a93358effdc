/// Who is asking.
@NullMarked
package io.connections.application.access.port;

import org.jspecify.annotations.NullMarked;
