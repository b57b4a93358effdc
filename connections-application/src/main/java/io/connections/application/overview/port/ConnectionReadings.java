package io.connections.application.overview.port;

import io.connections.application.overview.Overview;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/// What the list of connections is made of. Called outside a unit of work; what an answer costs
/// grows with what has changed since the one before, not with connections and never with runs.
public interface ConnectionReadings {
    /// Whatever was committed before the call is in it, by whichever replica.
    Uni<Overview> all();

    /// Those that the person has starred.
    ///
    /// @param person the [io.connections.domain.access.Actor]'s id
    Uni<Set<ConnectionId>> starredBy(String person);
}
