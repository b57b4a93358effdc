package io.connections.application.consent;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.consent.port.ObjectiveUses;
import io.connections.application.consent.port.ObjectiveUses.Uses;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.consent.ObjectiveId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

/// Deletes an objective that no connection uses: one that was linked to it would process nobody any
/// more. Its id is never used again, and what visitors were shown is kept: both are
/// part of what people said about it.
@Singleton
public final class DeleteObjective {
    public record Command(String id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ObjectiveRepository objectives;
    private final ObjectiveUses uses;
    private final AuditTrail trail;
    private final InstantSource clock;

    DeleteObjective(
            UnitOfWork unitOfWork,
            ObjectiveRepository objectives,
            ObjectiveUses uses,
            AuditTrail trail,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.objectives = objectives;
        this.uses = uses;
        this.trail = trail;
        this.clock = clock;
    }

    /// Fails with [ObjectiveNotFound] and [ObjectiveInUse].
    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.OBJECTIVES_WRITE);
                    return found(command.id())
                            .call(this::refuseWhileUsed)
                            .chain(found -> delete(found, command.actor()));
                });
    }

    /// Whoever is about to link a connection to it is waited for: what they save is found then.
    private Uni<SavedObjective> found(String id) {
        return ObjectiveId.of(id)
                .map(objectives::findToDelete)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(found -> found.orElseThrow(() -> new ObjectiveNotFound(id)));
    }

    private Uni<Uses> refuseWhileUsed(SavedObjective found) {
        return uses.of(found.id())
                .invoke(
                        used -> {
                            if (used.count() > 0) {
                                throw new ObjectiveInUse(
                                        found.objective(), used.some(), used.count());
                            }
                        });
    }

    private Uni<Void> delete(SavedObjective found, Actor by) {
        return objectives
                .delete(found.id(), clock.instant(), by.name())
                .chain(
                        () ->
                                trail.record(
                                        AuditEvent.of(
                                                by,
                                                Action.DELETED,
                                                Objectives.subject(found.objective()))));
    }
}
