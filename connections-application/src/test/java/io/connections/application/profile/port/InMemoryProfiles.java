package io.connections.application.profile.port;

import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.profile.Origin;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.IdentifierTaken;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileChanged;
import io.connections.domain.profile.ProfileEdit;
import io.connections.domain.profile.ProfileId;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Both ways to profiles: changing them and looking them up.
public final class InMemoryProfiles
        implements ProfileRepository, ProfileSearch, InMemoryUnitOfWork.Store {
    private static final Comparator<Profile> LAST_FIRST =
            Comparator.comparing((Profile profile) -> profile.id().value().toString()).reversed();

    private final Map<ProfileId, Profile> profiles = new HashMap<>();
    private final Map<Identifier, ProfileId> owners = new HashMap<>();
    private final Map<ProfileId, Origins> origins = new HashMap<>();

    /// As a run would leave it.
    public void add(Profile profile, List<Identifier> identifiers, Origin creation) {
        profiles.put(profile.id(), profile);
        identifiers.forEach(identifier -> owners.put(identifier, profile.id()));
        origins.put(profile.id(), new Origins(Map.of(), creation));
    }

    @Override
    public Uni<Optional<Profile>> find(ProfileId id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(profiles.get(id)));
    }

    @Override
    public Uni<Void> save(ProfileEdit edit, String by) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            ProfileId id = edit.after().id();
                            Profile current = profiles.get(id);
                            if (current == null
                                    || !current.version().next().equals(edit.after().version())) {
                                throw new ProfileChanged();
                            }
                            for (Identifier identifier : edit.taken()) {
                                ProfileId owner = owners.get(identifier);
                                if (owner != null && !owner.equals(id)) {
                                    throw new IdentifierTaken(
                                            "property " + identifier.property(),
                                            identifier.value(),
                                            owner);
                                }
                            }
                            edit.left().forEach(owners::remove);
                            edit.taken().forEach(identifier -> owners.put(identifier, id));
                            profiles.put(id, edit.after());
                            Origins before = originsOf(id);
                            Map<Integer, Origin> changes = new HashMap<>(before.lastChanges());
                            edit.before()
                                    .keySet()
                                    .forEach(
                                            number ->
                                                    changes.put(
                                                            number,
                                                            new Origin.ByPerson(
                                                                    by, edit.after().modified())));
                            origins.put(id, new Origins(changes, before.creation()));
                        });
    }

    @Override
    public Uni<Boolean> delete(ProfileId id, String by) {
        return Uni.createFrom()
                .item(
                        () -> {
                            owners.values().removeIf(id::equals);
                            return profiles.remove(id) != null;
                        });
    }

    @Override
    public Uni<List<Profile>> withAnyOf(List<Identifier> identifiers) {
        return Uni.createFrom()
                .item(
                        () ->
                                profiles.values().stream()
                                        .filter(
                                                profile ->
                                                        identifiers.stream()
                                                                .anyMatch(
                                                                        one ->
                                                                                profile.id()
                                                                                        .equals(
                                                                                                owners
                                                                                                        .get(
                                                                                                                one))))
                                        .sorted(LAST_FIRST)
                                        .toList());
    }

    @Override
    public Uni<Page<Profile>> lastCreated(PageRequest page) {
        return Uni.createFrom()
                .item(
                        () -> {
                            List<Profile> found =
                                    profiles.values().stream()
                                            .sorted(LAST_FIRST)
                                            .filter(profile -> isAfter(profile, page))
                                            .limit(page.limit() + 1L)
                                            .toList();
                            return Page.of(
                                    found,
                                    page.limit(),
                                    profile -> Cursor.of(profile.id().value().toString()));
                        });
    }

    @Override
    public Uni<Origins> origins(ProfileId id) {
        return Uni.createFrom().item(() -> originsOf(id));
    }

    @Override
    public Runnable remember() {
        Map<ProfileId, Profile> profilesBefore = Map.copyOf(profiles);
        Map<Identifier, ProfileId> ownersBefore = Map.copyOf(owners);
        Map<ProfileId, Origins> originsBefore = Map.copyOf(origins);
        return () -> {
            profiles.clear();
            profiles.putAll(profilesBefore);
            owners.clear();
            owners.putAll(ownersBefore);
            origins.clear();
            origins.putAll(originsBefore);
        };
    }

    private Origins originsOf(ProfileId id) {
        return origins.getOrDefault(id, new Origins(Map.of(), new Origin.Unknown()));
    }

    private static boolean isAfter(Profile profile, PageRequest page) {
        return page.after()
                .map(after -> profile.id().value().toString().compareTo(after.key().getFirst()) < 0)
                .orElse(true);
    }
}
