package io.connections.application.profile.port;

import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyIdTaken;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

public final class InMemoryPropertyRepository
        implements PropertyRepository, InMemoryUnitOfWork.Store {
    private final Map<Integer, ProfileProperty> byNumber = new TreeMap<>();
    private int lastNumber;

    @Override
    public Uni<List<ProfileProperty>> list() {
        return Uni.createFrom().item(() -> List.copyOf(byNumber.values()));
    }

    @Override
    public Uni<Optional<ProfileProperty>> find(PropertyId id) {
        return Uni.createFrom()
                .item(
                        () ->
                                byNumber.values().stream()
                                        .filter(one -> one.id().key().equals(id.key()))
                                        .findFirst());
    }

    @Override
    public Uni<List<ProfileProperty>> add(List<NewProperty> properties) {
        return Uni.createFrom()
                .item(
                        () -> {
                            properties.forEach(this::requireFree);
                            return properties.stream().map(this::added).toList();
                        });
    }

    private void requireFree(NewProperty property) {
        if (byNumber.values().stream()
                .anyMatch(one -> one.id().key().equals(property.id().key()))) {
            throw new PropertyIdTaken(property.id());
        }
    }

    private ProfileProperty added(NewProperty property) {
        ProfileProperty added =
                new ProfileProperty(
                        property.id(),
                        ++lastNumber,
                        property.name(),
                        property.type(),
                        property.identifier(),
                        property.pii());
        byNumber.put(added.number(), added);
        return added;
    }

    @Override
    public Uni<Void> save(ProfileProperty property) {
        return Uni.createFrom().voidItem().invoke(() -> byNumber.put(property.number(), property));
    }

    @Override
    public Uni<Void> delete(ProfileProperty property) {
        return Uni.createFrom().voidItem().invoke(() -> byNumber.remove(property.number()));
    }

    /// A number that was given stays given, as a sequence's would.
    @Override
    public Runnable remember() {
        Map<Integer, ProfileProperty> before = Map.copyOf(byNumber);
        return () -> {
            byNumber.clear();
            byNumber.putAll(before);
        };
    }
}
