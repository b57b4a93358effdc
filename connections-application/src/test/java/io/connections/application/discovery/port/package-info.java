/// What every list of systems and every visitor of websites does, and doubles that do it.
@NullMarked
package io.connections.application.discovery.port;

import org.jspecify.annotations.NullMarked;
