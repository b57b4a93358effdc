package io.connections.application.catalog.port;

import io.connections.application.catalog.ConnectionTypeInUse.Use;
import io.connections.application.catalog.Installation;
import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.domain.catalog.ConnectionTypeId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// At first `sftp` is installed. One thread works on it, so nobody has to wait.
public final class InMemoryInstalledTypes implements InstalledTypes, InMemoryUnitOfWork.Store {
    private final InMemoryConnectionRepository connections;
    private final Map<ConnectionTypeId, Installation> installed = new HashMap<>();

    public InMemoryInstalledTypes(InMemoryConnectionRepository connections) {
        this.connections = connections;
        installed.put(
                new ConnectionTypeId("sftp"), new Installation(Instant.EPOCH, "the installation"));
    }

    @Override
    public Uni<Map<ConnectionTypeId, Installation>> all() {
        return Uni.createFrom().item(() -> Map.copyOf(installed));
    }

    @Override
    public Uni<Optional<Installation>> find(ConnectionTypeId id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(installed.get(id)));
    }

    @Override
    public Uni<Boolean> use(ConnectionTypeId id) {
        return find(id).map(Optional::isPresent);
    }

    @Override
    public Uni<Boolean> hold(ConnectionTypeId id) {
        return use(id);
    }

    @Override
    public Uni<Boolean> install(ConnectionTypeId id, Installation installation) {
        return Uni.createFrom().item(() -> installed.putIfAbsent(id, installation) == null);
    }

    @Override
    public Uni<Void> uninstall(ConnectionTypeId id) {
        return Uni.createFrom().item(() -> installed.remove(id)).replaceWithVoid();
    }

    @Override
    public Uni<Uses> usesOf(ConnectionTypeId id, int names) {
        return Uni.createFrom()
                .item(
                        () -> {
                            List<Use> uses =
                                    connections.all().stream()
                                            .filter(one -> one.type().equals(id))
                                            .map(one -> new Use(one.id().value(), one.name()))
                                            .sorted(
                                                    Comparator.comparing(
                                                            use ->
                                                                    use.name()
                                                                            .toLowerCase(
                                                                                    Locale.ROOT)))
                                            .toList();
                            return new Uses(uses.size(), uses.stream().limit(names).toList());
                        });
    }

    @Override
    public Runnable remember() {
        Map<ConnectionTypeId, Installation> before = Map.copyOf(installed);
        return () -> {
            installed.clear();
            installed.putAll(before);
        };
    }
}
