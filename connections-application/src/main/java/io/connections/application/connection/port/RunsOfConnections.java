package io.connections.application.connection.port;

import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/// What switching and deleting must know of runs. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface RunsOfConnections {
    /// Whether the connection has a run that has not ended.
    Uni<Boolean> isRunning(ConnectionId connection);

    /// Those of them that have a run that has not ended.
    Uni<Set<ConnectionId>> running(Collection<ConnectionId> connections);

    /// Each as [#stop] does.
    Uni<Void> stopAll(Collection<ConnectionId> connections);

    /// Asks what runs to stop at its next chunk; nothing runs: nothing happens.
    Uni<Void> stop(ConnectionId connection);
}
