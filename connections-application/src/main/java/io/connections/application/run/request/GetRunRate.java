package io.connections.application.run.request;

import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// How fast a run was, for its chart.
@Singleton
public final class GetRunRate {
    private final RunReadings runs;

    GetRunRate(RunReadings runs) {
        this.runs = runs;
    }

    private static final int MAX_POINTS = 300;

    public record Query(Actor actor, RunId run) {}

    public Uni<List<RatePoint>> handle(Query query) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            return GetRun.get(runs, query.run())
                                    .chain(run -> runs.rate(query.run(), MAX_POINTS));
                        });
    }
}
