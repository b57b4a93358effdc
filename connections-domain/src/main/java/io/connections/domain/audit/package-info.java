/// What is remembered of every change: who, from where, what.
@NullMarked
package io.connections.domain.audit;

import org.jspecify.annotations.NullMarked;
