package io.connections.application.profile;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.application.profile.port.PropertyUses;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.ProfilesWithValues;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyInUse;
import io.connections.domain.profile.PropertyInUse.Use;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Deletes a property with all values of it. Refused while goals need it or profiles have values
/// of it, unless forced; those goals are incomplete then, the values are gone. Refused in any case
/// while a run that needs it is queued or running: half of its records would have the value and
/// half would not.
@Singleton
public final class DeleteProperty {
    private final UnitOfWork unitOfWork;
    private final PropertyRepository properties;
    private final PropertyUses uses;
    private final AuditTrail trail;

    DeleteProperty(
            UnitOfWork unitOfWork,
            PropertyRepository properties,
            PropertyUses uses,
            AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.properties = properties;
        this.uses = uses;
        this.trail = trail;
    }

    public record Command(Actor actor, String id, boolean force) {}

    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.PROPERTIES_WRITE);
                    return uses.hold()
                            .chain(() -> Properties.get(properties, command.id()))
                            .call(this::refuseWhileRunning)
                            .call(
                                    property ->
                                            command.force()
                                                    ? Uni.createFrom().voidItem()
                                                    : refuseWhileUsed(property))
                            .call(properties::delete)
                            .chain(
                                    property ->
                                            trail.record(
                                                    AuditEvent.of(
                                                            command.actor(),
                                                            Action.DELETED,
                                                            Properties.subject(property))));
                });
    }

    private Uni<Void> refuseWhileRunning(ProfileProperty property) {
        return uses.ofActiveRuns(property.id())
                .invoke(
                        running -> {
                            if (!running.isEmpty()) {
                                throw PropertyInUse.byRuns(property.id(), running);
                            }
                        })
                .replaceWithVoid();
    }

    private Uni<Void> refuseWhileUsed(ProfileProperty property) {
        return uses.of(property.id())
                .chain(
                        usedBy ->
                                uses.inProfiles(property)
                                        .invoke(
                                                profiles ->
                                                        refuseFor(property.id(), usedBy, profiles)))
                .replaceWithVoid();
    }

    private static void refuseFor(PropertyId id, List<Use> usedBy, ProfilesWithValues profiles) {
        if (!usedBy.isEmpty()) {
            throw PropertyInUse.byGoals(id, usedBy, profiles);
        }
        if (profiles.mayBeAny()) {
            throw PropertyInUse.byProfiles(id, profiles);
        }
    }
}
