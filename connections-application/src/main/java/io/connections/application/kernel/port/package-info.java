/// Driven ports that every feature needs: one unit of work, new ids, requests already answered.
@NullMarked
package io.connections.application.kernel.port;

import org.jspecify.annotations.NullMarked;
