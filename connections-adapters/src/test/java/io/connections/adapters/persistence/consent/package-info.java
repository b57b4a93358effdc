/// How objectives and privacy settings are kept.
@NullMarked
package io.connections.adapters.persistence.consent;

import org.jspecify.annotations.NullMarked;
