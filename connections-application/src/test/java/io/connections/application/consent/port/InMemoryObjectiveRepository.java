package io.connections.application.consent.port;

import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.ShownText;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

public final class InMemoryObjectiveRepository
        implements ObjectiveRepository, InMemoryUnitOfWork.Store {
    private final Map<ObjectiveId, SavedObjective> objectives = new LinkedHashMap<>();
    private final Map<ObjectiveId, SavedObjective> deleted = new LinkedHashMap<>();
    private final Map<ObjectiveId, List<ShownText>> texts = new LinkedHashMap<>();

    @Override
    public Uni<List<SavedObjective>> all() {
        return Uni.createFrom()
                .item(
                        () ->
                                objectives.values().stream()
                                        .sorted(
                                                Comparator.comparing(
                                                        one ->
                                                                one.objective()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT)))
                                        .toList());
    }

    @Override
    public Uni<Optional<SavedObjective>> find(ObjectiveId id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(objectives.get(id)));
    }

    @Override
    public Uni<Optional<SavedObjective>> findToDelete(ObjectiveId id) {
        return find(id);
    }

    @Override
    public Uni<Set<ObjectiveId>> hold(Collection<ObjectiveId> ids) {
        return Uni.createFrom()
                .item(
                        () ->
                                ids.stream()
                                        .filter(objectives::containsKey)
                                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Optional<TakenId>> insert(SavedObjective objective) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Optional<TakenId> taken =
                                    like(objectives, objective.id(), false)
                                            .or(() -> like(deleted, objective.id(), true));
                            if (taken.isEmpty()) {
                                keep(objective);
                            }
                            return taken;
                        });
    }

    private static Optional<TakenId> like(
            Map<ObjectiveId, SavedObjective> among, ObjectiveId id, boolean gone) {
        return among.values().stream()
                .filter(one -> one.id().value().equalsIgnoreCase(id.value()))
                .map(one -> new TakenId(one.id(), one.objective().name(), gone))
                .findFirst();
    }

    @Override
    public Uni<Boolean> update(SavedObjective objective, Version from) {
        return Uni.createFrom()
                .item(
                        () -> {
                            SavedObjective before = objectives.get(objective.id());
                            if (before == null || !before.version().equals(from)) {
                                return false;
                            }
                            keep(objective);
                            return true;
                        });
    }

    private void keep(SavedObjective saved) {
        objectives.put(saved.id(), saved);
        List<ShownText> shown = texts.computeIfAbsent(saved.id(), _ -> new ArrayList<>());
        if (shown.isEmpty() || !shown.getFirst().text().equals(saved.objective().shown())) {
            shown.addFirst(
                    new ShownText(
                            saved.objective().shown(),
                            saved.version(),
                            saved.modifiedAt(),
                            saved.modifiedBy()));
        }
    }

    @Override
    public Uni<Boolean> delete(ObjectiveId id, Instant at, String by) {
        return Uni.createFrom()
                .item(
                        () ->
                                Optional.ofNullable(objectives.remove(id))
                                        .map(gone -> deleted.put(id, gone) == null)
                                        .orElse(false));
    }

    @Override
    public Uni<List<ShownText>> texts(ObjectiveId id) {
        return Uni.createFrom().item(() -> List.copyOf(texts.getOrDefault(id, List.of())));
    }

    @Override
    public Runnable remember() {
        Map<ObjectiveId, SavedObjective> thoseThere = new LinkedHashMap<>(objectives);
        Map<ObjectiveId, SavedObjective> thoseGone = new LinkedHashMap<>(deleted);
        Map<ObjectiveId, List<ShownText>> shown = new LinkedHashMap<>();
        texts.forEach((id, list) -> shown.put(id, new ArrayList<>(list)));
        return () -> {
            objectives.clear();
            objectives.putAll(thoseThere);
            deleted.clear();
            deleted.putAll(thoseGone);
            texts.clear();
            texts.putAll(shown);
        };
    }
}
