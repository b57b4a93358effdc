package io.connections.application.profile;

import io.connections.application.kernel.port.KnownObjects;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.label.LabelChange;
import io.connections.application.label.Labelling;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.label.Label;
import io.connections.domain.profile.PropertyNotFound;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Changes a property's labels, at once.
@Singleton
public final class LabelProperty {
    public record Command(String id, LabelChange change, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final KnownObjects known;
    private final Labelling labelling;

    LabelProperty(UnitOfWork unitOfWork, KnownObjects known, Labelling labelling) {
        this.unitOfWork = unitOfWork;
        this.known = known;
        this.labelling = labelling;
    }

    /// Answers its labels, by name.
    public Uni<List<Label>> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.PROPERTIES_WRITE);
                    return known.hold(new ObjectRef(ObjectKind.PROFILE_PROPERTY, command.id()))
                            .map(
                                    found ->
                                            found.orElseThrow(
                                                    () -> new PropertyNotFound(command.id())))
                            .chain(
                                    object ->
                                            labelling.change(
                                                    object, command.change(), command.actor()));
                });
    }
}
