package io.connections.application.inpage.port;

import io.connections.application.inpage.PageTally;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.profile.Origin;
import io.connections.application.profile.ProfileEvent;
import io.connections.application.profile.port.InMemoryProfiles;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.goal.ChunkDecision;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.KnownProfiles;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.kernel.Version;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileChanged;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.PropertyValues;
import io.connections.domain.profile.ValuesByNumber;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

public final class InMemoryPageProfiles implements PageProfiles, InMemoryUnitOfWork.Store {
    private final InMemoryProfiles profiles;
    private final Predicate<ConnectionId> isThere;
    private final Map<ConnectionId, Map<LocalDate, PageTally>> tallies = new HashMap<>();

    public InMemoryPageProfiles(InMemoryProfiles profiles, Predicate<ConnectionId> isThere) {
        this.profiles = profiles;
        this.isThere = isThere;
    }

    @Override
    public Uni<KnownProfiles> owners(Collection<Identifier> identifiers) {
        return Uni.createFrom()
                .item(
                        () -> {
                            KnownProfiles.Builder known = KnownProfiles.builder(identifiers.size());
                            identifiers.forEach(
                                    each ->
                                            owner(each)
                                                    .forEach(
                                                            profile ->
                                                                    known.owner(
                                                                            each, known(profile))));
                            return known.build();
                        });
    }

    private List<Profile> owner(Identifier identifier) {
        return profiles.withAnyOf(List.of(identifier)).await().indefinitely();
    }

    private static KnownProfile known(Profile profile) {
        PropertyValues.Builder values = PropertyValues.builder();
        profile.values().forEach(values::set);
        return new KnownProfile(
                profile.id(), profile.version().number(), values.build(), profile.privacy());
    }

    @Override
    public Uni<Void> write(
            ConnectionId connection, String name, GoalId goal, ChunkDecision decision) {
        return Uni.createFrom().voidItem().invoke(() -> write(connection, name, decision));
    }

    private void write(ConnectionId connection, String name, ChunkDecision decision) {
        if (decision.identifiersAdded().stream()
                .anyMatch(each -> !owner(each.identifier()).isEmpty())) {
            throw new ProfileChanged();
        }
        Instant now = Instant.now();
        Origin origin = new Origin.OnPage(connection, name, now);
        decision.created()
                .forEach(
                        each ->
                                profiles.add(
                                        profile(each.id(), 1, each.privacy(), each.values(), now),
                                        identifiersOf(each.id(), decision),
                                        origin));
        decision.changed()
                .forEach(
                        each -> {
                            Profile before =
                                    profiles.find(each.id())
                                            .await()
                                            .indefinitely()
                                            .filter(
                                                    one ->
                                                            one.version().number()
                                                                    == each.expectedVersion())
                                            .orElseThrow(ProfileChanged::new);
                            profiles.replace(
                                    new Profile(
                                            each.id(),
                                            before.version().next(),
                                            now,
                                            before.privacy(),
                                            byNumber(each.values())));
                        });
        decision.ledger().stream()
                .filter(each -> each.disposition() != Disposition.UNCHANGED)
                .forEach(
                        each ->
                                profiles.happened(
                                        each.profile(),
                                        new ProfileEvent(
                                                now,
                                                kind(each.disposition()),
                                                new ProfileEvent.By.OnPage(connection, name),
                                                byNumber(each.before()))));
    }

    private static Profile profile(
            ProfileId id, long version, PrivacyState privacy, PropertyValues values, Instant now) {
        return new Profile(id, new Version(version), now, privacy, byNumber(values));
    }

    private static Map<Integer, List<String>> byNumber(ValuesByNumber values) {
        Map<Integer, List<String>> byNumber = new HashMap<>();
        for (int place = 0; place < values.size(); place++) {
            byNumber.put(values.numberAt(place), values.valuesAt(place));
        }
        return byNumber;
    }

    private static List<Identifier> identifiersOf(ProfileId id, ChunkDecision decision) {
        return decision.identifiersAdded().stream()
                .filter(each -> each.owner().equals(id))
                .map(ChunkDecision.OwnedIdentifier::identifier)
                .toList();
    }

    private static ProfileEvent.Kind kind(Disposition disposition) {
        return switch (disposition) {
            case CREATED -> ProfileEvent.Kind.CREATED;
            case UPDATED -> ProfileEvent.Kind.UPDATED;
            case SKIPPED_FOR_CONSENT -> ProfileEvent.Kind.HELD_BACK;
            case UNCHANGED, SKIPPED_WITHOUT_MATCH, FILTERED, REJECTED ->
                    throw new IllegalStateException();
        };
    }

    @Override
    public Uni<Void> count(ConnectionId connection, LocalDate day, PageTally tally) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            if (isThere.test(connection)) {
                                tallies.computeIfAbsent(connection, _ -> new TreeMap<>())
                                        .merge(day, tally, PageTally::plus);
                            }
                        });
    }

    @Override
    public Uni<Map<LocalDate, PageTally>> tallies(ConnectionId connection, LocalDate from) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Map<LocalDate, PageTally> found =
                                    new TreeMap<>(tallies.getOrDefault(connection, Map.of()));
                            found.keySet().removeIf(day -> day.isBefore(from));
                            return found;
                        });
    }

    @Override
    public Runnable remember() {
        Map<ConnectionId, Map<LocalDate, PageTally>> before = new HashMap<>();
        tallies.forEach((connection, days) -> before.put(connection, new TreeMap<>(days)));
        return () -> {
            tallies.clear();
            tallies.putAll(before);
        };
    }
}
