/// What is measured of the API, with a house as full as a busy one gets.
@NullMarked
package io.connections.api.bench;

import org.jspecify.annotations.NullMarked;
