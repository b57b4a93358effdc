@NullMarked
package io.connections.domain.profile;

import org.jspecify.annotations.NullMarked;
