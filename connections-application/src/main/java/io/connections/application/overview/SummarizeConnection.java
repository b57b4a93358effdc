package io.connections.application.overview;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.connection.ConnectionNotFound;
import io.connections.application.overview.port.ConnectionReadings;
import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// The list's row of one connection: how it does, why it needs somebody, and its last run. Unlike
/// the connection itself it changes with every run.
@Singleton
public final class SummarizeConnection {
    public record Query(ConnectionId id, Actor actor) {}

    /// @param namesakes how many other connections have its name
    public record Summary(ListedConnection listed, int namesakes) {}

    private final ConnectionReadings connections;
    private final RunReadings runs;
    private final ConnectionTypes types;

    SummarizeConnection(ConnectionReadings connections, RunReadings runs, ConnectionTypes types) {
        this.connections = connections;
        this.runs = runs;
        this.types = types;
    }

    public Uni<Summary> handle(Query query) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            return connections.all();
                        })
                .chain(all -> summary(all, query));
    }

    private Uni<Summary> summary(Overview all, Query query) {
        OverviewRow row =
                all.find(query.id()).orElseThrow(() -> new ConnectionNotFound(query.id()));
        return Uni.combine()
                .all()
                .unis(connections.starredBy(query.actor().id()), runs.lastOf(List.of(row.id())))
                .with(
                        (stars, last) ->
                                new Summary(
                                        new ListedConnection(
                                                row,
                                                stars.contains(row.id()),
                                                types.find(row.type()),
                                                Optional.ofNullable(last.get(row.id())),
                                                row.editRights().letChange(query.actor())),
                                        all.namesakes(row.id())));
    }
}
