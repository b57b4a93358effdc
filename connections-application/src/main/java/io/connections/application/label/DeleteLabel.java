package io.connections.application.label;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.label.LabelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Takes a label off everything that has it, for good.
@Singleton
public final class DeleteLabel {
    public record Command(LabelId id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final LabelRepository labels;
    private final AuditTrail trail;

    DeleteLabel(UnitOfWork unitOfWork, LabelRepository labels, AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.labels = labels;
        this.trail = trail;
    }

    /// Answers how many objects lost it.
    public Uni<Long> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.LABELS_MANAGE);
                    return labels.get(command.id())
                            .chain(
                                    found ->
                                            labels.delete(command.id())
                                                    .call(
                                                            objects ->
                                                                    trail.record(
                                                                            AuditEvent.of(
                                                                                    command.actor(),
                                                                                    Action.DELETED,
                                                                                    LabelNames
                                                                                            .subject(
                                                                                                    found
                                                                                                            .label()),
                                                                                    Change.of(
                                                                                            "Objects",
                                                                                            objects
                                                                                                    .toString(),
                                                                                            "")))));
                });
    }
}
