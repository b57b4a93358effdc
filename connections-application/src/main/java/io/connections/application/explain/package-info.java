/// Why a connection processes a profile or does not: the rules of several features, asked together.
@NullMarked
package io.connections.application.explain;

import org.jspecify.annotations.NullMarked;
