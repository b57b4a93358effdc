/// Why a connection processes a profile or does not, over the API.
@NullMarked
package io.connections.api.explain;

import org.jspecify.annotations.NullMarked;
