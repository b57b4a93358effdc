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

/// Makes an objective. Its id stays for good: consent that comes from elsewhere names it so.
@Singleton
public final class CreateObjective {
    public record Command(String id, TypedObjective wanted, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ObjectiveRepository objectives;
    private final Objectives views;
    private final AuditTrail trail;
    private final InstantSource clock;

    CreateObjective(
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

    /// Fails with [ObjectiveIdTaken].
    public Uni<ObjectiveView> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.OBJECTIVES_WRITE);
                    return add(
                            SavedObjective.first(
                                    command.wanted().checked(command.id()),
                                    clock.instant(),
                                    command.actor().name()),
                            command.actor());
                });
    }

    private Uni<ObjectiveView> add(SavedObjective made, Actor by) {
        return objectives
                .insert(made)
                .invoke(
                        taken ->
                                taken.ifPresent(
                                        other -> {
                                            throw new ObjectiveIdTaken(other);
                                        }))
                .chain(
                        () ->
                                trail.record(
                                        new AuditEvent(
                                                by,
                                                Action.CREATED,
                                                Objectives.subject(made.objective()),
                                                ObjectiveDifference.ofNew(made.objective()))))
                .chain(() -> views.view(made, by));
    }
}
