/// Stars and what was used last over HTTP.
@NullMarked
package io.connections.api.favorite;

import org.jspecify.annotations.NullMarked;
