/// Use cases of what is remembered of every change.
@NullMarked
package io.connections.application.audit;

import org.jspecify.annotations.NullMarked;
