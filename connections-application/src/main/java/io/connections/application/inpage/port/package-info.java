/// What in-page connections need of the outside.
@NullMarked
package io.connections.application.inpage.port;

import org.jspecify.annotations.NullMarked;
