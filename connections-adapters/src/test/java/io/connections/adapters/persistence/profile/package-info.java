@NullMarked
package io.connections.adapters.persistence.profile;

import org.jspecify.annotations.NullMarked;
