/// Visitors and what the tag tells of them.
@NullMarked
package io.connections.domain.visitor;

import org.jspecify.annotations.NullMarked;
