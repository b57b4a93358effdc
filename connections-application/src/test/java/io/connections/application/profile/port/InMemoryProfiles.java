package io.connections.application.profile.port;

import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.profile.Erasure;
import io.connections.application.profile.ErasureId;
import io.connections.application.profile.Evidence;
import io.connections.application.profile.Origin;
import io.connections.application.profile.ProfileEvent;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.IdentifierTaken;
import io.connections.domain.profile.PrivacyEdit;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileChanged;
import io.connections.domain.profile.ProfileEdit;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All ways to profiles: changing them, looking them up, what they consented to.
public final class InMemoryProfiles
        implements ProfileRepository,
                ProfileSearch,
                ProfileConsents,
                ProfileHistory,
                Erasures,
                InMemoryUnitOfWork.Store {
    private static final Comparator<Profile> LAST_FIRST =
            Comparator.comparing((Profile profile) -> profile.id().value().toString()).reversed();

    private final Map<ProfileId, Profile> profiles = new HashMap<>();
    private final Map<Identifier, ProfileId> owners = new HashMap<>();
    private final Map<ProfileId, Origins> origins = new HashMap<>();
    private final List<Erasure> erasures = new ArrayList<>();
    private final Map<ProfileId, List<ProfileEvent>> events = new HashMap<>();
    private final Map<ProfileId, Set<ConsentStatement>> past = new HashMap<>();
    private final Map<EvidenceId, Evidence> evidence = new HashMap<>();
    private final Map<ProfileId, Set<ObjectiveId>> withdrawn = new LinkedHashMap<>();

    /// As a run would leave it.
    public void add(Profile profile, List<Identifier> identifiers, Origin creation) {
        profiles.put(profile.id(), profile);
        identifiers.forEach(identifier -> owners.put(identifier, profile.id()));
        origins.put(profile.id(), new Origins(Map.of(), creation));
        if (creation instanceof Origin.ByRun run) {
            happened(
                    profile.id(),
                    new ProfileEvent(
                            run.at(),
                            ProfileEvent.Kind.CREATED,
                            new ProfileEvent.By.ARun(
                                    run.run(), 1, run.connection(), run.connectionName(), "", 1),
                            Map.of()));
        }
    }

    /// With the identifiers that it has.
    public void replace(Profile profile) {
        profiles.put(profile.id(), profile);
    }

    /// As a run would leave it.
    public void happened(ProfileId id, ProfileEvent event) {
        events.computeIfAbsent(id, _ -> new ArrayList<>()).addFirst(event);
    }

    @Override
    public Uni<Page<ProfileEvent>> of(ProfileId id, Optional<RunId> run, PageRequest page) {
        return Uni.createFrom()
                .item(
                        () -> {
                            List<ProfileEvent> all = events.getOrDefault(id, List.of());
                            int from =
                                    page.after()
                                            .map(after -> Integer.parseInt(after.key().getFirst()))
                                            .orElse(0);
                            List<ProfileEvent> found =
                                    all.stream()
                                            .filter(event -> isOf(event, run))
                                            .skip(from)
                                            .limit(page.limit() + 1L)
                                            .toList();
                            return Page.of(
                                    found,
                                    page.limit(),
                                    _ -> Cursor.of(String.valueOf(from + page.limit())));
                        });
    }

    private static boolean isOf(ProfileEvent event, Optional<RunId> run) {
        return run.isEmpty()
                || (event.by() instanceof ProfileEvent.By.ARun by
                        && by.run().equals(run.orElseThrow()));
    }

    private void happened(
            ProfileId id, ProfileEvent.Kind kind, String by, Map<Integer, List<String>> before) {
        happened(
                id,
                new ProfileEvent(
                        Instant.now(), kind, new ProfileEvent.By.SomeoneNamed(by), before));
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
                            happened(id, ProfileEvent.Kind.UPDATED, by, edit.before());
                        });
    }

    @Override
    public Uni<Optional<Erasure>> erase(ErasureId id, ProfileId profile, String by, Instant at) {
        return Uni.createFrom()
                .item(
                        () ->
                                Optional.ofNullable(profiles.remove(profile))
                                        .map(erased -> forget(id, erased, by, at)));
    }

    private Erasure forget(ErasureId id, Profile erased, String by, Instant at) {
        ProfileId profile = erased.id();
        int identifiers = owners.size();
        owners.values().removeIf(profile::equals);
        Set<ConsentStatement> before = past.getOrDefault(profile, Set.of());
        past.remove(profile);
        Stream.concat(before.stream(), current(erased).stream())
                .map(ConsentStatement::evidence)
                .filter(each -> evidence.get(each) instanceof Evidence.Stated)
                .forEach(evidence::remove);
        int remembering =
                (int)
                        events.getOrDefault(profile, List.of()).stream()
                                .filter(event -> !event.before().isEmpty())
                                .count();
        events.computeIfPresent(
                profile, (_, all) -> new ArrayList<>(all.stream().map(this::forgotten).toList()));
        happened(profile, ProfileEvent.Kind.ERASED, by, Map.of());
        Erasure receipt =
                new Erasure(
                        id,
                        profile,
                        at,
                        by,
                        new Erasure.Removed(
                                identifiers - owners.size(),
                                erased.values().values().stream().mapToInt(List::size).sum(),
                                current(erased).size() + before.size(),
                                remembering,
                                0),
                        new Erasure.Traces.Sought());
        erasures.addFirst(receipt);
        return receipt;
    }

    private static Collection<ConsentStatement> current(Profile profile) {
        return profile.privacy() instanceof PrivacyState state ? state.consents().all() : List.of();
    }

    @Override
    public Uni<Optional<Erasure>> find(ErasureId id) {
        return Uni.createFrom()
                .item(() -> erasures.stream().filter(each -> each.id().equals(id)).findFirst());
    }

    @Override
    public Uni<Page<Erasure>> list(Optional<ProfileId> profile, PageRequest page) {
        return Uni.createFrom()
                .item(
                        () ->
                                Page.of(
                                        erasures.stream()
                                                .filter(
                                                        each ->
                                                                profile.map(each.profile()::equals)
                                                                        .orElse(true))
                                                .filter(each -> isAfter(each, page))
                                                .limit(page.limit() + 1L)
                                                .toList(),
                                        page.limit(),
                                        last -> Cursor.of(last.id().value().toString())));
    }

    private static boolean isAfter(Erasure erasure, PageRequest page) {
        return page.after()
                .map(after -> erasure.id().value().toString().compareTo(after.key().getFirst()) < 0)
                .orElse(true);
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
    public Uni<Optional<Profile>> findToChange(ProfileId id) {
        return find(id);
    }

    /// As a run would leave it.
    public EvidenceId add(Evidence one) {
        EvidenceId id = new EvidenceId(evidence.size() + 1L);
        evidence.put(id, one);
        return id;
    }

    @Override
    public Uni<EvidenceId> keep(Evidence.Stated stated) {
        return Uni.createFrom().item(() -> add(stated));
    }

    @Override
    public Uni<Void> save(PrivacyEdit edit, String by) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            ProfileId id = edit.after().id();
                            Profile current = profiles.get(id);
                            if (current == null
                                    || !current.version().equals(edit.before().version())) {
                                throw new ProfileChanged();
                            }
                            profiles.put(id, edit.after());
                            edit.past().forEach(each -> keepPast(id, each));
                            edit.withdrawn().forEach(each -> withdrawn(id, each));
                        });
    }

    private void withdrawn(ProfileId id, ObjectiveId objective) {
        withdrawn.computeIfAbsent(id, _ -> new LinkedHashSet<>()).add(objective);
    }

    /// What somebody provably refused, and nobody has cleaned up after yet.
    public Set<ObjectiveId> refusedBeyondDoubt(ProfileId id) {
        return withdrawn.getOrDefault(id, Set.of());
    }

    public int evidenceKept() {
        return evidence.size();
    }

    /// Nothing is left to do for them.
    public void cleanedUp(ProfileId id) {
        withdrawn.remove(id);
    }

    /// What was refused, for whoever cleans up; may be changed.
    Map<ProfileId, Set<ObjectiveId>> withdrawn() {
        return withdrawn;
    }

    /// Also from what is remembered of former changes.
    void clear(ProfileId id, Set<Integer> properties, String refused) {
        Profile profile = Objects.requireNonNull(profiles.get(id));
        Map<Integer, List<String>> values = new HashMap<>(profile.values());
        values.keySet().removeAll(properties);
        profiles.put(
                id,
                new Profile(
                        id, profile.version().next(), Instant.now(), profile.privacy(), values));
        events.computeIfAbsent(id, _ -> new ArrayList<>())
                .replaceAll(
                        event -> {
                            Map<Integer, List<String>> before = new HashMap<>(event.before());
                            before.keySet().removeAll(properties);
                            return new ProfileEvent(event.at(), event.kind(), event.by(), before);
                        });
        happened(
                id,
                ProfileEvent.Kind.CLEARED,
                refused,
                properties.stream().collect(Collectors.toMap(each -> each, _ -> List.of())));
    }

    private void keepPast(ProfileId id, ConsentStatement statement) {
        Set<ConsentStatement> known = past.computeIfAbsent(id, _ -> new LinkedHashSet<>());
        if (known.stream().noneMatch(each -> isTheSame(each, statement))) {
            known.add(statement);
        }
    }

    private static boolean isTheSame(ConsentStatement one, ConsentStatement other) {
        return one.objective().equals(other.objective())
                && one.answer() == other.answer()
                && one.at().equals(other.at());
    }

    @Override
    public Uni<List<ConsentStatement>> past(ProfileId id) {
        return Uni.createFrom()
                .item(
                        () ->
                                past.getOrDefault(id, Set.of()).stream()
                                        .sorted(
                                                Comparator.comparing(ConsentStatement::at)
                                                        .reversed())
                                        .limit(MOST_PAST)
                                        .toList());
    }

    @Override
    public Uni<Map<EvidenceId, Evidence>> evidence(Collection<EvidenceId> ids) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Map<EvidenceId, Evidence> found = new HashMap<>(evidence);
                            found.keySet().retainAll(ids);
                            return found;
                        });
    }

    @Override
    public Runnable remember() {
        Map<ProfileId, Set<ConsentStatement>> pastBefore = new HashMap<>();
        past.forEach((id, statements) -> pastBefore.put(id, new LinkedHashSet<>(statements)));
        Map<EvidenceId, Evidence> evidenceBefore = Map.copyOf(evidence);
        Map<ProfileId, Set<ObjectiveId>> withdrawnBefore = new LinkedHashMap<>();
        withdrawn.forEach((id, all) -> withdrawnBefore.put(id, new LinkedHashSet<>(all)));
        Map<ProfileId, Profile> profilesBefore = Map.copyOf(profiles);
        Map<Identifier, ProfileId> ownersBefore = Map.copyOf(owners);
        Map<ProfileId, Origins> originsBefore = Map.copyOf(origins);
        Map<ProfileId, List<ProfileEvent>> eventsBefore = new HashMap<>();
        List<Erasure> erasuresBefore = List.copyOf(erasures);
        events.forEach((id, all) -> eventsBefore.put(id, new ArrayList<>(all)));
        return () -> {
            profiles.clear();
            profiles.putAll(profilesBefore);
            owners.clear();
            owners.putAll(ownersBefore);
            origins.clear();
            origins.putAll(originsBefore);
            erasures.clear();
            erasures.addAll(erasuresBefore);
            events.clear();
            events.putAll(eventsBefore);
            past.clear();
            past.putAll(pastBefore);
            evidence.clear();
            evidence.putAll(evidenceBefore);
            withdrawn.clear();
            withdrawn.putAll(withdrawnBefore);
        };
    }

    private ProfileEvent forgotten(ProfileEvent event) {
        boolean saysWhatWasRefused = event.kind() == ProfileEvent.Kind.CLEARED;
        return new ProfileEvent(
                event.at(),
                event.kind(),
                saysWhatWasRefused ? new ProfileEvent.By.Unknown() : event.by(),
                Map.of());
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
