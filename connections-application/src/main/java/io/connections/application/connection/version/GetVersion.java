package io.connections.application.connection.version;

import io.connections.application.connection.port.ConnectionVersions;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// What one save kept.
@Singleton
public final class GetVersion {
    public record Query(ConnectionId connection, Version version, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionVersions versions;

    GetVersion(UnitOfWork unitOfWork, ConnectionVersions versions) {
        this.unitOfWork = unitOfWork;
        this.versions = versions;
    }

    public Uni<SavedVersion> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return versions.get(query.connection(), query.version());
                });
    }
}
