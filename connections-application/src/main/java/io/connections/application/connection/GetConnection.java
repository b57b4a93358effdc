package io.connections.application.connection;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// One connection, with what keeps it from running.
@Singleton
public final class GetConnection {
    public record Query(ConnectionId id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final ConnectionViews views;

    GetConnection(UnitOfWork unitOfWork, ConnectionRepository connections, ConnectionViews views) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.views = views;
    }

    public Uni<ConnectionView> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return connections
                            .get(query.id())
                            .chain(connection -> views.of(connection, query.actor()));
                });
    }
}
