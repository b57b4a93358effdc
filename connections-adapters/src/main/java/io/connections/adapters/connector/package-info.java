/// One package per kind of connector, and what they share.
@NullMarked
package io.connections.adapters.connector;

import org.jspecify.annotations.NullMarked;
