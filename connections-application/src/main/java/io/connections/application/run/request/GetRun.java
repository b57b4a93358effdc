package io.connections.application.run.request;

import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// A run with how far it has come.
@Singleton
public final class GetRun {
    private final RunReadings runs;

    GetRun(RunReadings runs) {
        this.runs = runs;
    }

    public record Query(Actor actor, RunId run) {}

    public Uni<RunDetail> handle(Query query) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            return get(runs, query.run());
                        });
    }

    static Uni<RunDetail> get(RunReadings runs, RunId run) {
        return runs.find(run).map(found -> found.orElseThrow(RunNotFound::new));
    }
}
