package io.connections.application.favorite.port;

import io.connections.application.favorite.UsedObject;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.InMemoryKnownObjects;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.label.port.InMemoryLabelRepository;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Stars and what was used last.
public final class InMemoryFavorites
        implements FavoriteRepository, UsedObjects, InMemoryUnitOfWork.Store {
    private record Own(String person, ObjectRef object) {}

    private final InMemoryKnownObjects known;
    private final Set<Own> stars = new HashSet<>();
    private final Map<Own, Instant> used = new HashMap<>();

    public InMemoryFavorites(InMemoryKnownObjects known) {
        this.known = known;
    }

    @Override
    public Uni<Boolean> star(String person, ObjectRef object, Instant at) {
        return Uni.createFrom().item(() -> stars.add(new Own(person, object)));
    }

    @Override
    public Uni<Boolean> unstar(String person, ObjectRef object) {
        return Uni.createFrom().item(() -> stars.remove(new Own(person, object)));
    }

    @Override
    public Uni<Set<ObjectRef>> among(String person, Collection<ObjectRef> objects) {
        return Uni.createFrom()
                .item(
                        () ->
                                objects.stream()
                                        .filter(object -> stars.contains(new Own(person, object)))
                                        .filter(object -> known.find(object).isPresent())
                                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Page<NamedObject>> list(String person, Set<ObjectKind> kinds, PageRequest page) {
        return Uni.createFrom()
                .item(
                        () ->
                                InMemoryLabelRepository.byName(
                                        stars.stream()
                                                .filter(star -> star.person().equals(person))
                                                .flatMap(
                                                        star -> known.find(star.object()).stream()),
                                        kinds,
                                        page));
    }

    @Override
    public Uni<Void> note(String person, ObjectRef object, Instant at) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () -> {
                            used.merge(new Own(person, object), at, (a, b) -> a.isAfter(b) ? a : b);
                            List.copyOf(newestFirst(person)).stream()
                                    .skip(KEPT)
                                    .forEach(used::remove);
                        });
    }

    @Override
    public Uni<List<UsedObject>> list(String person, Set<ObjectKind> kinds, int limit) {
        return Uni.createFrom()
                .item(
                        () ->
                                newestFirst(person).stream()
                                        .filter(own -> kinds.contains(own.object().kind()))
                                        .flatMap(
                                                own ->
                                                        known.find(own.object()).stream()
                                                                .map(
                                                                        object ->
                                                                                new UsedObject(
                                                                                        object,
                                                                                        used
                                                                                                .getOrDefault(
                                                                                                        own,
                                                                                                        Instant
                                                                                                                .MIN))))
                                        .limit(limit)
                                        .toList());
    }

    private List<Own> newestFirst(String person) {
        return used.entrySet().stream()
                .filter(entry -> entry.getKey().person().equals(person))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Runnable remember() {
        Set<Own> starsBefore = Set.copyOf(stars);
        Map<Own, Instant> usedBefore = Map.copyOf(used);
        return () -> {
            stars.clear();
            stars.addAll(starsBefore);
            used.clear();
            used.putAll(usedBefore);
        };
    }
}
