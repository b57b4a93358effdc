@NullMarked
package io.connections.domain.consent;

import org.jspecify.annotations.NullMarked;
