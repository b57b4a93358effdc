/// Objectives and privacy settings through their use cases.
@NullMarked
package io.connections.application.consent;

import org.jspecify.annotations.NullMarked;
