package io.connections.application.profile.port;

import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.consent.port.InMemoryObjectiveRepository;
import io.connections.domain.connection.Connection;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.PropertyId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks at profiles, objectives and connections in memory.
public final class InMemoryCleanUpQueue implements CleanUpQueue {
    private final InMemoryProfiles profiles;
    private final InMemoryObjectiveRepository objectives;
    private final InMemoryConnectionRepository connections;
    private final Map<ProfileId, Instant> postponed = new HashMap<>();
    private final Set<ProfileId> refused = new HashSet<>();

    public InMemoryCleanUpQueue(
            InMemoryProfiles profiles,
            InMemoryObjectiveRepository objectives,
            InMemoryConnectionRepository connections) {
        this.profiles = profiles;
        this.objectives = objectives;
        this.connections = connections;
    }

    /// From now on it cannot be cleared.
    public void refuse(ProfileId id) {
        refused.add(id);
    }

    @Override
    public Uni<List<Due>> take(Instant now, int most) {
        return objectives
                .all()
                .map(
                        all ->
                                all.stream()
                                        .map(each -> each.objective())
                                        .filter(each -> each.cleansUp())
                                        .map(each -> each.id())
                                        .collect(Collectors.toSet()))
                .map(cleaning -> take(now, most, cleaning));
    }

    private List<Due> take(Instant now, int most, Set<ObjectiveId> cleaning) {
        List<Due> due = new ArrayList<>();
        for (ProfileId id : List.copyOf(profiles.withdrawn().keySet())) {
            if (due.size() < most && !postponed.getOrDefault(id, Instant.MIN).isAfter(now)) {
                Set<ObjectiveId> all = profiles.withdrawn().remove(id);
                Set<ObjectiveId> some = new HashSet<>(all == null ? Set.of() : all);
                some.retainAll(cleaning);
                profiles.find(id)
                        .await()
                        .indefinitely()
                        .filter(_ -> !some.isEmpty())
                        .ifPresent(profile -> due.add(new Due(profile, some)));
            }
        }
        return due;
    }

    @Override
    public Uni<Void> postpone(Due due, Instant until) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            Profile profile = due.profile();
                            profiles.withdrawn().put(profile.id(), new HashSet<>(due.withdrawn()));
                            postponed.put(profile.id(), until);
                        });
    }

    @Override
    public Uni<List<Need>> needs(Set<ObjectiveId> wanted) {
        return Uni.createFrom()
                .item(
                        () -> {
                            List<Need> all =
                                    connections.all().stream()
                                            .map(InMemoryCleanUpQueue::need)
                                            .toList();
                            Set<PropertyId> concerned =
                                    all.stream()
                                            .filter(
                                                    each ->
                                                            !Collections.disjoint(
                                                                    each.objectives(), wanted))
                                            .flatMap(each -> each.properties().stream())
                                            .collect(Collectors.toSet());
                            return all.stream()
                                    .filter(
                                            each ->
                                                    !Collections.disjoint(
                                                            each.properties(), concerned))
                                    .toList();
                        });
    }

    private static Need need(Connection connection) {
        return new Need(
                Set.copyOf(connection.objectives()),
                connection.goals().stream()
                        .flatMap(each -> each.properties().stream())
                        .map(each -> new PropertyId(each.key()))
                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> clear(List<Clearing> clearings) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            for (Clearing each : clearings) {
                                if (refused.contains(each.profile())) {
                                    throw new IllegalStateException();
                                }
                                profiles.clear(each.profile(), each.properties(), each.refused());
                            }
                        });
    }
}
