package io.connections.application.connection.version;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.ConnectionVersions;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// What was saved of a connection, newest first.
@Singleton
public final class ListVersions {
    public record Query(ConnectionId connection, PageRequest page, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final ConnectionVersions versions;

    ListVersions(
            UnitOfWork unitOfWork, ConnectionRepository connections, ConnectionVersions versions) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.versions = versions;
    }

    public Uni<Page<SavedVersion>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return connections
                            .get(query.connection())
                            .chain(() -> versions.list(query.connection(), query.page()));
                });
    }
}
