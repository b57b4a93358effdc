package io.connections.application.overview;

import io.connections.application.connection.ConnectionView;
import io.connections.application.connection.ConnectionViews;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.run.request.RunSummary;
import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Connections page.
@Singleton
public final class ListConnections {
    /// @param search part of the name or description; empty finds all
    public record Query(String search, PageRequest page, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionRepository connections;
    private final ConnectionViews views;
    private final RunReadings runs;

    ListConnections(
            UnitOfWork unitOfWork,
            ConnectionRepository connections,
            ConnectionViews views,
            RunReadings runs) {
        this.unitOfWork = unitOfWork;
        this.connections = connections;
        this.views = views;
        this.runs = runs;
    }

    /// The runs are read after the connections: one look-up for the whole page.
    public Uni<Page<ListedConnection>> handle(Query query) {
        return unitOfWork
                .run(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            return connections
                                    .list(query.search().strip(), query.page())
                                    .chain(
                                            page ->
                                                    views.of(page.items(), query.actor())
                                                            .map(
                                                                    items ->
                                                                            new Page<>(
                                                                                    items,
                                                                                    page.next())));
                        })
                .chain(
                        page ->
                                runs.lastOf(ids(page))
                                        .map(last -> page.map(view -> listed(view, last))));
    }

    private static List<ConnectionId> ids(Page<ConnectionView> page) {
        return page.items().stream().map(view -> view.connection().id()).toList();
    }

    private static ListedConnection listed(
            ConnectionView view, Map<ConnectionId, RunSummary> lastRuns) {
        return new ListedConnection(
                view, Optional.ofNullable(lastRuns.get(view.connection().id())));
    }
}
