package io.connections.application.connection.port;

import io.connections.application.connection.version.SavedVersion;
import io.connections.application.connection.version.VersionNotFound;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/// What was ever saved of connections, each save as a version that never changes. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface ConnectionVersions {
    /// Newest first; none of a connection that is gone.
    Uni<Page<SavedVersion>> list(ConnectionId connection, PageRequest page);

    Uni<Optional<SavedVersion>> find(ConnectionId connection, Version version);

    /// Fails with [VersionNotFound] where [#find] finds nothing.
    default Uni<SavedVersion> get(ConnectionId connection, Version version) {
        return find(connection, version)
                .map(found -> found.orElseThrow(() -> new VersionNotFound(version)));
    }
}
