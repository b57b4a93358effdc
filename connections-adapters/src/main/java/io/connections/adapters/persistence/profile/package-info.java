/// Profiles and properties in PostgreSQL, for requests: writing through the reactive session,
/// looking up through the reactive client.
@NullMarked
package io.connections.adapters.persistence.profile;

import org.jspecify.annotations.NullMarked;
