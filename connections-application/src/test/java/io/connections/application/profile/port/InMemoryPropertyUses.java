package io.connections.application.profile.port;

import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.run.request.port.InMemoryRuns;
import io.connections.domain.connection.Connection;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.ProfilesWithValues;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyInUse.Use;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Looks at connections and runs in memory. One thread works on them, so nobody has to wait.
public final class InMemoryPropertyUses implements PropertyUses {
    private static final Comparator<Use> BY_NAME =
            Comparator.comparing(use -> use.connectionName().toLowerCase(Locale.ROOT));

    private final InMemoryConnectionRepository connections;
    private final InMemoryRuns runs;
    private final Map<String, ProfilesWithValues> profiles = new HashMap<>();

    public InMemoryPropertyUses(InMemoryConnectionRepository connections, InMemoryRuns runs) {
        this.connections = connections;
        this.runs = runs;
    }

    @Override
    public Uni<Void> use() {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> hold() {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<List<Use>> of(PropertyId id) {
        return Uni.createFrom()
                .item(
                        () ->
                                connections.all().stream()
                                        .filter(connection -> needs(connection, id))
                                        .map(one -> new Use(one.id().value(), one.name()))
                                        .sorted(BY_NAME)
                                        .toList());
    }

    @Override
    public Uni<List<Use>> ofActiveRuns(PropertyId id) {
        return Uni.createFrom()
                .item(
                        () ->
                                runs.active().stream()
                                        .filter(
                                                run ->
                                                        connections
                                                                .asOf(
                                                                        run.connection(),
                                                                        run.version())
                                                                .filter(then -> needs(then, id))
                                                                .isPresent())
                                        .map(
                                                run ->
                                                        new Use(
                                                                run.connection().value(),
                                                                run.connectionName()))
                                        .sorted(BY_NAME)
                                        .toList());
    }

    /// As a run would leave them.
    public void haveValues(PropertyId id, ProfilesWithValues count) {
        profiles.put(id.key(), count);
    }

    @Override
    public Uni<ProfilesWithValues> inProfiles(ProfileProperty property) {
        return Uni.createFrom()
                .item(() -> profiles.getOrDefault(property.id().key(), ProfilesWithValues.NONE));
    }

    private static boolean needs(Connection connection, PropertyId id) {
        return connection.goals().stream()
                .flatMap(goal -> goal.properties().stream())
                .anyMatch(property -> property.key().equals(id.key()));
    }
}
