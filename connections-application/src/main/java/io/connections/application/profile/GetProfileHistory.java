package io.connections.application.profile;

import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.ProfileHistory;
import io.connections.application.profile.port.ProfileRepository;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileNotFound;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What runs, people and programs did to a profile, and which runs held it back. What is left of a
/// deleted profile says that it was there, and nothing of what it said.
@Singleton
public final class GetProfileHistory {
    private final UnitOfWork unitOfWork;
    private final ProfileHistory history;
    private final ProfileRepository profiles;
    private final PropertyRepository properties;

    GetProfileHistory(
            UnitOfWork unitOfWork,
            ProfileHistory history,
            ProfileRepository profiles,
            PropertyRepository properties) {
        this.unitOfWork = unitOfWork;
        this.history = history;
        this.profiles = profiles;
        this.properties = properties;
    }

    /// @param run only what this one did
    public record Query(Actor actor, ProfileId id, Optional<RunId> run, PageRequest page) {}

    /// An event with its former values, by property; of properties that are deleted there are none.
    public record Entry(ProfileEvent event, List<Former> before) {
        public Entry {
            before = List.copyOf(before);
        }
    }

    /// @param values empty where nothing stood
    public record Former(PropertyId property, List<String> values) {
        public Former {
            values = List.copyOf(values);
        }
    }

    /// Fails with [ProfileNotFound] where nothing is known of it.
    public Uni<Page<Entry>> handle(Query query) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            query.actor().require(Permission.PROFILES_READ);
                            return history.of(query.id(), query.run(), query.page())
                                    .call(found -> requireKnown(query, found))
                                    .chain(this::withProperties);
                        });
    }

    private Uni<?> requireKnown(Query query, Page<ProfileEvent> found) {
        if (!found.items().isEmpty() || query.page().after().isPresent()) {
            return Uni.createFrom().voidItem();
        }
        return unitOfWork
                .run(() -> profiles.find(query.id()))
                .chain(
                        profile ->
                                profile.isPresent()
                                        ? Uni.createFrom().voidItem()
                                        : requireTraces(query));
    }

    /// A run that did nothing to a profile that is deleted is no reason to deny the profile.
    private Uni<Void> requireTraces(Query query) {
        return history.of(query.id(), Optional.empty(), new PageRequest(Optional.empty(), 1))
                .invoke(
                        any -> {
                            if (any.items().isEmpty()) {
                                throw new ProfileNotFound();
                            }
                        })
                .replaceWithVoid();
    }

    private Uni<Page<Entry>> withProperties(Page<ProfileEvent> page) {
        if (page.items().stream().allMatch(event -> event.before().isEmpty())) {
            return Uni.createFrom().item(page.map(event -> new Entry(event, List.of())));
        }
        return unitOfWork
                .run(properties::list)
                .map(all -> page.map(event -> new Entry(event, former(event, all))));
    }

    private static List<Former> former(ProfileEvent event, List<ProfileProperty> properties) {
        return properties.stream()
                .flatMap(
                        property ->
                                Stream.ofNullable(event.before().get(property.number()))
                                        .map(values -> new Former(property.id(), values)))
                .toList();
    }
}
