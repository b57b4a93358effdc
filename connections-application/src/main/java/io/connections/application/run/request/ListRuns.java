package io.connections.application.run.request;

import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Runs, newest first: of one connection, or of all; all, those that have not
/// ended, or those that have.
@Singleton
public final class ListRuns {
    private final RunReadings runs;

    ListRuns(RunReadings runs) {
        this.runs = runs;
    }

    public record Query(Actor actor, Scope scope, PageRequest page) {}

    public sealed interface Scope {
        record OfConnection(ConnectionId connection) implements Scope {}

        record NotEnded() implements Scope {}

        record Ended() implements Scope {}

        record All() implements Scope {}
    }

    public Uni<Page<RunSummary>> handle(Query query) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            return switch (query.scope()) {
                                case Scope.OfConnection(ConnectionId connection) ->
                                        runs.ofConnection(connection, query.page());
                                case Scope.NotEnded() -> runs.active(query.page());
                                case Scope.Ended() -> runs.ended(query.page());
                                case Scope.All() -> runs.all(query.page());
                            };
                        });
    }
}
