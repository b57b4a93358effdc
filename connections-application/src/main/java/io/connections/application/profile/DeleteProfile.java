package io.connections.application.profile;

import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.ProfileRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileNotFound;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Deletes a profile with its identifiers. The ledger keeps that it was there and who deleted it.
@Singleton
public final class DeleteProfile {
    private final UnitOfWork unitOfWork;
    private final ProfileRepository profiles;

    DeleteProfile(UnitOfWork unitOfWork, ProfileRepository profiles) {
        this.unitOfWork = unitOfWork;
        this.profiles = profiles;
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
                            .replaceWithVoid();
                });
    }
}
