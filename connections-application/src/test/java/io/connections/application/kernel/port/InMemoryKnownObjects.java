package io.connections.application.kernel.port;

import io.connections.application.kernel.NamedObject;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Knows what other stores hold, and what a test says besides.
public final class InMemoryKnownObjects implements KnownObjects, InMemoryUnitOfWork.Store {
    private final List<Supplier<Stream<NamedObject>>> stores;
    private final Map<ObjectRef, NamedObject> others = new LinkedHashMap<>();

    public InMemoryKnownObjects(List<Supplier<Stream<NamedObject>>> stores) {
        this.stores = List.copyOf(stores);
    }

    public void add(NamedObject object) {
        others.put(object.ref(), object);
    }

    public void remove(ObjectRef object) {
        others.remove(object);
    }

    public Optional<NamedObject> find(ObjectRef object) {
        return Stream.concat(stores.stream().flatMap(Supplier::get), others.values().stream())
                .filter(
                        one ->
                                one.ref().kind() == object.kind()
                                        && one.ref().id().equalsIgnoreCase(object.id()))
                .findFirst();
    }

    @Override
    public Uni<Optional<NamedObject>> hold(ObjectRef object) {
        return Uni.createFrom().item(() -> find(object));
    }

    @Override
    public Uni<Set<ObjectRef>> existing(Collection<ObjectRef> objects) {
        return Uni.createFrom()
                .item(
                        () ->
                                objects.stream()
                                        .filter(object -> find(object).isPresent())
                                        .collect(Collectors.toSet()));
    }

    @Override
    public Runnable remember() {
        Map<ObjectRef, NamedObject> before = Map.copyOf(others);
        return () -> {
            others.clear();
            others.putAll(before);
        };
    }
}
