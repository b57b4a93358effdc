/// Where objectives and privacy settings are kept.
@NullMarked
package io.connections.application.consent.port;

import org.jspecify.annotations.NullMarked;
