package io.connections.application.consent;

import io.connections.application.consent.port.ObjectiveUses;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// The connections that are linked to an objective, by name.
@Singleton
public final class ListLinkedConnections {
    public record Query(String id, PageRequest page, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final Objectives objectives;
    private final ObjectiveUses uses;

    ListLinkedConnections(UnitOfWork unitOfWork, Objectives objectives, ObjectiveUses uses) {
        this.unitOfWork = unitOfWork;
        this.objectives = objectives;
        this.uses = uses;
    }

    /// Fails with [ObjectiveNotFound].
    public Uni<Page<LinkedConnection>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return objectives
                            .get(query.id())
                            .chain(found -> uses.linked(found.id(), query.page()));
                });
    }
}
