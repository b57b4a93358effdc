/// Where connectors may connect to.
@NullMarked
package io.connections.adapters.connector.network;

import org.jspecify.annotations.NullMarked;
