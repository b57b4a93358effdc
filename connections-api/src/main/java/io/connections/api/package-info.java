/// The REST API: maps requests to use cases and their answers to JSON.
@NullMarked
package io.connections.api;

import org.jspecify.annotations.NullMarked;
