package io.connections.application.consent;

import io.connections.application.kernel.port.KnownObjects;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.label.LabelChange;
import io.connections.application.label.Labelling;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.label.Label;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Changes an objective's labels, at once.
@Singleton
public final class LabelObjective {
    public record Command(String id, LabelChange change, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final KnownObjects known;
    private final Labelling labelling;

    LabelObjective(UnitOfWork unitOfWork, KnownObjects known, Labelling labelling) {
        this.unitOfWork = unitOfWork;
        this.known = known;
        this.labelling = labelling;
    }

    /// Answers its labels, by name. Fails with [ObjectiveNotFound].
    public Uni<List<Label>> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.OBJECTIVES_WRITE);
                    return known.hold(new ObjectRef(ObjectKind.OBJECTIVE, command.id()))
                            .map(
                                    found ->
                                            found.orElseThrow(
                                                    () -> new ObjectiveNotFound(command.id())))
                            .chain(
                                    object ->
                                            labelling.change(
                                                    object, command.change(), command.actor()));
                });
    }
}
