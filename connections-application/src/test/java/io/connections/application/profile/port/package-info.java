/// Contracts and fakes of the ports of profiles.
@NullMarked
package io.connections.application.profile.port;

import org.jspecify.annotations.NullMarked;
