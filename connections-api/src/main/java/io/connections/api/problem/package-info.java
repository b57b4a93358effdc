/// The one place where failures become HTTP.
@NullMarked
package io.connections.api.problem;

import org.jspecify.annotations.NullMarked;
