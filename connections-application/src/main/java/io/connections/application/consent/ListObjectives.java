package io.connections.application.consent;

import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// All objectives, by name.
@Singleton
public final class ListObjectives {
    public record Query(Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ObjectiveRepository objectives;
    private final Objectives views;

    ListObjectives(UnitOfWork unitOfWork, ObjectiveRepository objectives, Objectives views) {
        this.unitOfWork = unitOfWork;
        this.objectives = objectives;
        this.views = views;
    }

    public Uni<List<ObjectiveView>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return objectives.all().chain(all -> views.views(all, query.actor()));
                });
    }
}
