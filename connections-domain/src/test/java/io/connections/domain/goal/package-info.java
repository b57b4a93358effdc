/// Mapping, matching and strategies, tested; and goals and records in words for other tests.
@NullMarked
package io.connections.domain.goal;

import org.jspecify.annotations.NullMarked;
