/// Whom the website tag reports about: visitors, what they did, and what they allow.
@NullMarked
package io.connections.domain.visitor;

import org.jspecify.annotations.NullMarked;
