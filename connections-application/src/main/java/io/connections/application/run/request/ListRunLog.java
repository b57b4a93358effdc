package io.connections.application.run.request;

import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// What a run has written down for people.
@Singleton
public final class ListRunLog {
    private final RunReadings runs;

    ListRunLog(RunReadings runs) {
        this.runs = runs;
    }

    public record Query(Actor actor, RunId run, PageRequest page) {}

    public Uni<Page<LogLine>> handle(Query query) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            return GetRun.get(runs, query.run())
                                    .chain(run -> runs.log(query.run(), query.page()));
                        });
    }
}
