package io.connections.application.profile;

import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.ProfileRepository;
import io.connections.application.profile.port.ProfileSearch;
import io.connections.application.profile.port.ProfileSearch.Origins;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileNotFound;
import io.connections.domain.profile.ProfileProperty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Puts a profile together with its properties and the origin of its values.
@Singleton
final class ProfileViews {
    private final UnitOfWork unitOfWork;
    private final ProfileRepository profiles;
    private final PropertyRepository properties;
    private final ProfileSearch search;

    ProfileViews(
            UnitOfWork unitOfWork,
            ProfileRepository profiles,
            PropertyRepository properties,
            ProfileSearch search) {
        this.unitOfWork = unitOfWork;
        this.profiles = profiles;
        this.properties = properties;
        this.search = search;
    }

    private record Stored(Profile profile, List<ProfileProperty> properties) {}

    Uni<ProfileView> of(ProfileId id) {
        return unitOfWork
                .run(
                        () ->
                                get(profiles, id)
                                        .chain(
                                                profile ->
                                                        properties
                                                                .list()
                                                                .map(
                                                                        all ->
                                                                                new Stored(
                                                                                        profile,
                                                                                        all))))
                .chain(stored -> search.origins(id).map(origins -> view(stored, origins)));
    }

    static Uni<Profile> get(ProfileRepository profiles, ProfileId id) {
        return profiles.find(id).map(found -> found.orElseThrow(ProfileNotFound::new));
    }

    private static ProfileView view(Stored stored, Origins origins) {
        Profile profile = stored.profile();
        return new ProfileView(
                profile,
                stored.properties().stream()
                        .filter(property -> !profile.values(property).isEmpty())
                        .map(
                                property ->
                                        new ProfileView.Values(
                                                property.id(),
                                                profile.values(property),
                                                origins.of(property.number())))
                        .toList());
    }
}
