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
                            return connections
                                    .find(query.id(), query.actor().id())
                                    .map(
                                            found ->
                                                    found.orElseThrow(
                                                            () ->
                                                                    new ConnectionNotFound(
                                                                            query.id())))
                                    .chain(row -> summary(row, query.actor()));
                        });
    }

    private Uni<Summary> summary(OverviewRow row, Actor actor) {
        return Uni.combine()
                .all()
                .unis(runs.lastOf(List.of(row.id())), connections.namesakes(row.id()))
                .asTuple()
                .map(
                        found ->
                                new Summary(
                                        new ListedConnection(
                                                row,
                                                types.find(row.type()),
                                                Optional.ofNullable(found.getItem1().get(row.id())),
                                                row.editRights().letChange(actor)),
                                        found.getItem2()));
    }
}
