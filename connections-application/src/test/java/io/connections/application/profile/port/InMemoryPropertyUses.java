package io.connections.application.profile.port;

import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyInUse.Use;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class InMemoryPropertyUses implements PropertyUses {
    private final Map<String, List<Use>> uses = new HashMap<>();

    private final Map<String, List<Use>> running = new HashMap<>();

    public void addActiveRun(PropertyId property, Use use) {
        running.computeIfAbsent(property.key(), _ -> new ArrayList<>()).add(use);
    }

    public void add(PropertyId property, Use use) {
        uses.computeIfAbsent(property.key(), _ -> new ArrayList<>()).add(use);
    }

    @Override
    public Uni<List<Use>> of(PropertyId id) {
        return Uni.createFrom().item(() -> uses.getOrDefault(id.key(), List.of()));
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
    public Uni<List<Use>> ofActiveRuns(PropertyId id) {
        return Uni.createFrom().item(() -> running.getOrDefault(id.key(), List.of()));
    }
}
