/// Objectives that people can consent to, and where consent is needed.
@NullMarked
package io.connections.application.consent;

import org.jspecify.annotations.NullMarked;
