package io.connections.application.connection.port;

import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.domain.catalog.Target;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Secret;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

public final class InMemorySecretVault implements SecretVault, InMemoryUnitOfWork.Store {
    private record Place(ConnectionId connection, String field) {}

    private record Stored(Secret secret, Kept kept) {}

    private final Map<Place, Stored> secrets = new HashMap<>();

    @Override
    public Uni<Void> put(
            ConnectionId connection, String field, Secret secret, Target target, Stamp by) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                secrets.put(
                                        new Place(connection, field),
                                        new Stored(secret, new Kept(by, target))));
    }

    @Override
    public Uni<Void> remove(ConnectionId connection, String field) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> secrets.remove(new Place(connection, field)));
    }

    @Override
    public Uni<Map<ConnectionId, Map<String, Kept>>> kept(Collection<ConnectionId> connections) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Map<ConnectionId, Map<String, Kept>> all = new HashMap<>();
                            connections.forEach(one -> all.put(one, new HashMap<>()));
                            secrets.forEach(
                                    (place, stored) ->
                                            all.getOrDefault(place.connection(), new HashMap<>())
                                                    .put(place.field(), stored.kept()));
                            return all;
                        });
    }

    @Override
    public Uni<Void> narrow(ConnectionId connection, Target from, Target to) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                secrets.replaceAll(
                                        (place, stored) ->
                                                place.connection().equals(connection)
                                                                && stored.kept()
                                                                        .target()
                                                                        .equals(from)
                                                        ? new Stored(
                                                                stored.secret(),
                                                                new Kept(stored.kept().by(), to))
                                                        : stored));
    }

    @Override
    public Uni<Map<String, Secret>> reveal(ConnectionId connection, Target target) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Map<String, Secret> found = new HashMap<>();
                            secrets.forEach(
                                    (place, stored) -> {
                                        if (place.connection().equals(connection)
                                                && stored.kept().target().serves(target)) {
                                            found.put(place.field(), stored.secret());
                                        }
                                    });
                            return found;
                        });
    }

    @Override
    public Runnable remember() {
        Map<Place, Stored> before = Map.copyOf(secrets);
        return () -> {
            secrets.clear();
            secrets.putAll(before);
        };
    }
}
