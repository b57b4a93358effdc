/// Whether a person's consent covers what a connection does.
@NullMarked
package io.connections.domain.consent;

import org.jspecify.annotations.NullMarked;
