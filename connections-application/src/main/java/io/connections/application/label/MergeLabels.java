package io.connections.application.label;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.label.Label;
import io.connections.domain.label.LabelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Makes two labels one: what has the one gets the other instead.
@Singleton
public final class MergeLabels {
    /// @param id of the label that goes
    /// @param into of the label that stays
    public record Command(LabelId id, LabelId into, Actor actor) {}

    /// @param label the one that stays
    /// @param objects how many had the one that is gone
    public record Merged(UsedLabel label, long objects) {}

    private final UnitOfWork unitOfWork;
    private final LabelRepository labels;
    private final AuditTrail trail;

    MergeLabels(UnitOfWork unitOfWork, LabelRepository labels, AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.labels = labels;
        this.trail = trail;
    }

    /// Fails with [LabelNotFound] when either is gone.
    public Uni<Merged> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.LABELS_MANAGE);
                    if (command.id().equals(command.into())) {
                        throw RequestInvalid.at(
                                "/into",
                                "same-label",
                                "Choose another label to merge this one into.");
                    }
                    return labels.get(command.id()).chain(from -> merge(from.label(), command));
                });
    }

    private Uni<Merged> merge(Label from, Command command) {
        return labels.merge(command.id(), command.into())
                .chain(
                        objects ->
                                labels.get(command.into())
                                        .call(into -> record(from, into.label(), command.actor()))
                                        .map(into -> new Merged(into, objects)));
    }

    private Uni<Void> record(Label from, Label into, Actor actor) {
        return trail.record(
                AuditEvent.of(
                        actor,
                        Action.MERGED,
                        LabelNames.subject(from),
                        Change.of("Label", from.name().value(), into.name().value())));
    }
}
