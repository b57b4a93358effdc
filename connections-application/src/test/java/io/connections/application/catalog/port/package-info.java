/// Fakes of the ports of the gallery.
@NullMarked
package io.connections.application.catalog.port;

import org.jspecify.annotations.NullMarked;
