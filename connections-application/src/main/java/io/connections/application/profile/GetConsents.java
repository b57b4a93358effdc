package io.connections.application.profile;

import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.ProfileRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.profile.ProfileId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// What a person consented to and refused, now and before, with what proves it.
@Singleton
public final class GetConsents {
    private final UnitOfWork unitOfWork;
    private final ProfileRepository profiles;
    private final ProfileConsentsViews views;

    GetConsents(UnitOfWork unitOfWork, ProfileRepository profiles, ProfileConsentsViews views) {
        this.unitOfWork = unitOfWork;
        this.profiles = profiles;
        this.views = views;
    }

    public record Query(Actor actor, ProfileId id) {}

    public Uni<ProfileConsentsView> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.PROFILES_READ);
                    return ProfileViews.get(profiles, query.id()).chain(views::of);
                });
    }
}
