package io.connections.application.label;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.label.Label;
import io.connections.domain.label.LabelId;
import io.connections.domain.label.LabelName;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Calls a label something else, on everything that has it.
@Singleton
public final class RenameLabel {
    public record Command(LabelId id, String name, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final LabelRepository labels;
    private final AuditTrail trail;

    RenameLabel(UnitOfWork unitOfWork, LabelRepository labels, AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.labels = labels;
        this.trail = trail;
    }

    /// Fails with [LabelNameTaken] when another label has the name: the two can be merged.
    public Uni<UsedLabel> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.LABELS_MANAGE);
                    LabelName name = LabelNames.checked("/name", command.name());
                    return labels.get(command.id())
                            .call(() -> labels.rename(command.id(), name))
                            .call(before -> record(before.label(), name, command.actor()))
                            .chain(() -> labels.get(command.id()));
                });
    }

    private Uni<Void> record(Label before, LabelName name, Actor actor) {
        return before.name().equals(name)
                ? Uni.createFrom().voidItem()
                : trail.record(
                        AuditEvent.of(
                                actor,
                                Action.RENAMED,
                                LabelNames.subject(before.rename(name)),
                                Change.of("Name", before.name().value(), name.value())));
    }
}
