package io.connections.application.label;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.port.Ids;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.label.Label;
import io.connections.domain.label.LabelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Makes a label that nothing has yet. Whoever may label a thing may make the label by using it.
@Singleton
public final class CreateLabel {
    public record Command(String name, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final LabelRepository labels;
    private final AuditTrail trail;
    private final Ids ids;
    private final InstantSource clock;

    CreateLabel(
            UnitOfWork unitOfWork,
            LabelRepository labels,
            AuditTrail trail,
            Ids ids,
            InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.labels = labels;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /// Fails with [LabelNameTaken].
    public Uni<Label> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.CONNECTIONS_WRITE);
                    Label label =
                            new Label(
                                    new LabelId(ids.next()),
                                    LabelNames.checked("/name", command.name()),
                                    clock.instant(),
                                    command.actor().name());
                    return labels.add(label)
                            .call(
                                    () ->
                                            trail.record(
                                                    AuditEvent.of(
                                                            command.actor(),
                                                            Action.CREATED,
                                                            LabelNames.subject(label))))
                            .replaceWith(label);
                });
    }
}
