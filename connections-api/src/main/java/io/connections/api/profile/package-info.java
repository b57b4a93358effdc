/// Profiles and their properties.
@NullMarked
package io.connections.api.profile;

import org.jspecify.annotations.NullMarked;
