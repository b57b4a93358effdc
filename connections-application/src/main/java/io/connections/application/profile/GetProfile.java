package io.connections.application.profile;

import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.profile.ProfileId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Opens a profile.
@Singleton
public final class GetProfile {
    private final ProfileViews views;

    GetProfile(ProfileViews views) {
        this.views = views;
    }

    public record Query(Actor actor, ProfileId id) {}

    public Uni<ProfileView> handle(Query query) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            query.actor().require(Permission.PROFILES_READ);
                            return views.of(query.id());
                        });
    }
}
