/// Objectives and privacy settings over HTTP.
@NullMarked
package io.connections.api.consent;

import org.jspecify.annotations.NullMarked;
