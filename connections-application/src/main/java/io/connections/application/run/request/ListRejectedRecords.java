package io.connections.application.run.request;

import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.run.request.port.RunReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.goal.GoalId;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Records of a run that could not be used. Their text is personal data, so it takes the permission
/// to read profiles.
@Singleton
public final class ListRejectedRecords {
    private final RunReadings runs;

    ListRejectedRecords(RunReadings runs) {
        this.runs = runs;
    }

    /// @param goal absent: of all goals
    public record Query(Actor actor, RunId run, Optional<GoalId> goal, PageRequest page) {}

    public Uni<Page<RejectedRecord>> handle(Query query) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            query.actor().require(Permission.PROFILES_READ);
                            return GetRun.get(runs, query.run())
                                    .chain(
                                            run ->
                                                    runs.rejected(
                                                            query.run(),
                                                            query.goal(),
                                                            query.page()));
                        });
    }
}
