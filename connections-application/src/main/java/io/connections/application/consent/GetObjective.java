package io.connections.application.consent;

import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// One objective.
@Singleton
public final class GetObjective {
    public record Query(String id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final Objectives objectives;

    GetObjective(UnitOfWork unitOfWork, Objectives objectives) {
        this.unitOfWork = unitOfWork;
        this.objectives = objectives;
    }

    /// Fails with [ObjectiveNotFound].
    public Uni<ObjectiveView> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return objectives
                            .get(query.id())
                            .chain(saved -> objectives.view(saved, query.actor()));
                });
    }
}
