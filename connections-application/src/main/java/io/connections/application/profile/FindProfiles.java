package io.connections.application.profile;

import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.ProfileSearch;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.Reading;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds profiles by a value of any identifier; without one, those made last.
@Singleton
public final class FindProfiles {
    private final UnitOfWork unitOfWork;
    private final PropertyRepository properties;
    private final ProfileSearch search;

    FindProfiles(UnitOfWork unitOfWork, PropertyRepository properties, ProfileSearch search) {
        this.unitOfWork = unitOfWork;
        this.properties = properties;
        this.search = search;
    }

    /// @param identifier as a person types it; each identifier property reads it in its own way
    public record Query(Actor actor, Optional<String> identifier, PageRequest page) {}

    public Uni<Page<ProfileSummary>> handle(Query query) {
        return unitOfWork
                .run(
                        () -> {
                            query.actor().require(Permission.PROFILES_READ);
                            return properties.list();
                        })
                .chain(
                        all ->
                                found(query, all)
                                        .map(
                                                page ->
                                                        page.map(
                                                                profile ->
                                                                        ProfileSummary.of(
                                                                                profile, all))));
    }

    private Uni<Page<Profile>> found(Query query, List<ProfileProperty> all) {
        Optional<String> text = query.identifier().map(String::strip).filter(t -> !t.isEmpty());
        if (text.isEmpty()) {
            return search.lastCreated(query.page());
        }
        List<Identifier> candidates = candidates(text.orElseThrow(), all);
        if (candidates.isEmpty()) {
            return Uni.createFrom().item(new Page<>(List.of(), Optional.empty()));
        }
        return search.withAnyOf(candidates).map(found -> new Page<>(found, Optional.empty()));
    }

    private static List<Identifier> candidates(String text, List<ProfileProperty> all) {
        List<Identifier> candidates = new ArrayList<>();
        for (ProfileProperty property : all) {
            if (property.identifier()
                    && property.type().normalise(text) instanceof Reading.Accepted(String value)
                    && value.length() <= Identifier.MAX_LENGTH) {
                candidates.add(new Identifier(property.number(), value));
            }
        }
        return candidates;
    }
}
