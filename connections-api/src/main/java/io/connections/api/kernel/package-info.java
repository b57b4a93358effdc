/// What every resource shares: pages, ETags, the CSRF header.
@NullMarked
package io.connections.api.kernel;

import org.jspecify.annotations.NullMarked;
