package io.connections.application.consent;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Deletes an objective. Its id is never used again, and what visitors were shown is kept: both are
/// part of what people said about it.
@Singleton
public final class DeleteObjective {
    public record Command(String id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ObjectiveRepository objectives;
    private final Objectives views;
    private final AuditTrail trail;
    private final InstantSource clock;

    DeleteObjective(
            UnitOfWork unitOfWork,
            ObjectiveRepository objectives,
            Objectives views,
            AuditTrail trail,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.objectives = objectives;
        this.views = views;
        this.trail = trail;
        this.clock = clock;
    }

    /// Fails with [ObjectiveNotFound].
    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.OBJECTIVES_WRITE);
                    return views.get(command.id()).chain(found -> delete(found, command.actor()));
                });
    }

    private Uni<Void> delete(SavedObjective found, Actor by) {
        return objectives
                .delete(found.id(), clock.instant(), by.name())
                .invoke(
                        deleted -> {
                            if (!deleted) {
                                throw new ObjectiveNotFound(found.id().value());
                            }
                        })
                .chain(
                        () ->
                                trail.record(
                                        AuditEvent.of(
                                                by,
                                                Action.DELETED,
                                                Objectives.subject(found.objective()))));
    }
}
