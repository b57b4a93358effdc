package io.connections.application.connection.port;

import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;

/// What switching and deleting must know of runs. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface RunsOfConnections {
    /// Whether the connection has a run that has not ended.
    Uni<Boolean> isRunning(ConnectionId connection);

    /// Asks what runs to stop at its next chunk; nothing runs: nothing happens.
    Uni<Void> stop(ConnectionId connection);
}
