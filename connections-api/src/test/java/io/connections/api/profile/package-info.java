@NullMarked
package io.connections.api.profile;

import org.jspecify.annotations.NullMarked;
