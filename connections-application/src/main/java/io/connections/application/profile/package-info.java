/// Use cases of profiles and their properties.
@NullMarked
package io.connections.application.profile;

import org.jspecify.annotations.NullMarked;
