/// What every store of objectives and privacy settings does, and one in memory.
@NullMarked
package io.connections.application.consent.port;

import org.jspecify.annotations.NullMarked;
