package io.connections.application.connection.port;

import io.connections.application.connection.ConnectionNotFound;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/// Connections and every version that was ever saved of them. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface ConnectionRepository {
    Uni<Optional<Connection>> find(ConnectionId id);

    /// Fails with [ConnectionNotFound] where [#find] finds nothing.
    default Uni<Connection> get(ConnectionId id) {
        return find(id).map(found -> found.orElseThrow(() -> new ConnectionNotFound(id)));
    }

    /// By name, upper and lower case alike.
    ///
    /// @param search part of the name or description, upper and lower case alike; empty finds all
    Uni<Page<Connection>> list(String search, PageRequest page);

    Uni<Void> add(Connection connection);

    /// Keeps a new version. `false`, and nothing written, when `from` is no longer the newest.
    Uni<Boolean> save(Connection connection, Version from);

    /// Acts at once and makes no version. `false` when the connection is gone.
    Uni<Boolean> turn(ConnectionId id, boolean on);

    /// With its versions and secrets; its runs stay.
    Uni<Void> delete(ConnectionId id);
}
