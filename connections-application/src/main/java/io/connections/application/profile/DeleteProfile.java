package io.connections.application.profile;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.ProfileRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Subject;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileNotFound;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Deletes a profile with its identifiers. The ledger keeps that it was there and who deleted it.
@Singleton
public final class DeleteProfile {
    private final UnitOfWork unitOfWork;
    private final ProfileRepository profiles;
    private final AuditTrail trail;

    DeleteProfile(UnitOfWork unitOfWork, ProfileRepository profiles, AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.profiles = profiles;
        this.trail = trail;
    }

    public record Command(Actor actor, ProfileId id) {}

    public Uni<Void> handle(Command command) {
        return unitOfWork.run(
                () -> {
                    command.actor().require(Permission.PROFILES_WRITE);
                    return profiles.delete(command.id(), command.actor().name())
                            .invoke(
                                    deleted -> {
                                        if (!deleted) {
                                            throw new ProfileNotFound();
                                        }
                                    })
                            .chain(
                                    () ->
                                            trail.record(
                                                    AuditEvent.of(
                                                            command.actor(),
                                                            Action.DELETED,
                                                            Subject.of(command.id().ref(), ""))));
                });
    }
}
