/// What use cases of profiles need from outside.
@NullMarked
package io.connections.application.profile.port;

import org.jspecify.annotations.NullMarked;
