package io.connections.application.consent;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.consent.Objective;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Changes an objective, all but its id. Of two people who changed the same version the second is
/// refused, with what stands now.
@Singleton
public final class ChangeObjective {
    public record Command(String id, Version from, TypedObjective wanted, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ObjectiveRepository objectives;
    private final Objectives views;
    private final AuditTrail trail;
    private final InstantSource clock;

    ChangeObjective(
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

    /// Fails with [ObjectiveNotFound] and [ObjectiveChanged].
    public Uni<ObjectiveView> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.OBJECTIVES_WRITE);
                    return views.get(command.id()).chain(before -> change(before, command));
                });
    }

    private Uni<ObjectiveView> change(SavedObjective before, Command command) {
        if (!before.version().equals(command.from())) {
            return changedMeanwhile(before, command.actor());
        }
        Objective wanted = command.wanted().checkedOver(before.objective());
        if (wanted.equals(before.objective())) {
            return views.view(before, command.actor());
        }
        SavedObjective after = before.next(wanted, clock.instant(), command.actor().name());
        return objectives
                .update(after, before.version())
                .chain(
                        updated ->
                                updated
                                        ? recorded(before, after, command.actor())
                                        : views.get(command.id())
                                                .chain(
                                                        now ->
                                                                changedMeanwhile(
                                                                        now, command.actor())));
    }

    private Uni<ObjectiveView> recorded(SavedObjective before, SavedObjective after, Actor by) {
        return trail.record(
                        new AuditEvent(
                                by,
                                Action.CHANGED,
                                Objectives.subject(after.objective()),
                                ObjectiveDifference.between(before.objective(), after.objective())))
                .chain(() -> views.view(after, by));
    }

    private Uni<ObjectiveView> changedMeanwhile(SavedObjective now, Actor actor) {
        return views.view(now, actor)
                .chain(current -> Uni.createFrom().failure(new ObjectiveChanged(current)));
    }
}
