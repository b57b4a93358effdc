package io.connections.application.connection;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// The Connections page.
@Singleton
public final class ListConnections {
    /// @param search part of the name or description; empty finds all
    public record Query(String search, PageRequest page, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final ConnectionViews views;

    ListConnections(
            UnitOfWork unitOfWork, ConnectionRepository connections, ConnectionViews views) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.views = views;
    }

    public Uni<Page<ConnectionView>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return connections
                            .list(query.search().strip(), query.page())
                            .chain(
                                    page ->
                                            views.of(page.items())
                                                    .map(items -> new Page<>(items, page.next())));
                });
    }
}
