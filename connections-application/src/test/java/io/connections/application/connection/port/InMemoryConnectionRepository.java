package io.connections.application.connection.port;

import io.connections.application.connection.version.SavedVersion;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

public final class InMemoryConnectionRepository
        implements ConnectionRepository, InMemoryUnitOfWork.Store {
    private static final Comparator<Connection> BY_NAME =
            Comparator.comparing((Connection one) -> folded(one.name()))
                    .thenComparing(one -> one.id().value().toString());

    private static final Comparator<SavedVersion> NEWEST_FIRST =
            Comparator.comparingLong((SavedVersion kept) -> kept.version().number()).reversed();

    private record Saved(ConnectionId id, Version version) {}

    private final Map<ConnectionId, Connection> connections = new HashMap<>();
    private final Map<Saved, Connection> versions = new HashMap<>();
    private final Map<ConnectionId, Judgement> judgements = new HashMap<>();
    private final Set<ConnectionId> unjudged = new LinkedHashSet<>();
    private Runnable savedByTheOneBefore = () -> {};

    /// All, by name.
    public List<Connection> all() {
        return connections.values().stream().sorted(BY_NAME).toList();
    }

    /// Somebody else is saving: whoever holds a connection next waits for that, and finds what it
    /// left.
    public void beingSaved(Connection next, Version from) {
        savedByTheOneBefore = () -> save(next, from).await().indefinitely();
    }

    /// As it was saved then, whatever has become of it since.
    public Optional<Connection> asOf(ConnectionId id, Version version) {
        return Optional.ofNullable(versions.get(new Saved(id, version)));
    }

    /// What was saved of these connections.
    public ConnectionVersions versions() {
        return new Versions();
    }

    private final class Versions implements ConnectionVersions {
        @Override
        public Uni<Page<SavedVersion>> list(ConnectionId connection, PageRequest page) {
            return Uni.createFrom()
                    .item(
                            () -> {
                                long before =
                                        page.after()
                                                .map(
                                                        after ->
                                                                Long.parseLong(
                                                                        after.key().getFirst()))
                                                .orElse(Long.MAX_VALUE);
                                List<SavedVersion> found =
                                        versions.entrySet().stream()
                                                .filter(
                                                        kept ->
                                                                kept.getKey()
                                                                        .id()
                                                                        .equals(connection))
                                                .map(kept -> savedVersion(kept.getValue()))
                                                .filter(kept -> kept.version().number() < before)
                                                .sorted(NEWEST_FIRST)
                                                .limit(page.limit() + 1L)
                                                .toList();
                                return Page.of(
                                        found,
                                        page.limit(),
                                        kept -> Cursor.of(Long.toString(kept.version().number())));
                            });
        }

        @Override
        public Uni<Optional<SavedVersion>> find(ConnectionId connection, Version version) {
            return Uni.createFrom()
                    .item(
                            () ->
                                    asOf(connection, version)
                                            .map(InMemoryConnectionRepository::savedVersion));
        }
    }

    private static SavedVersion savedVersion(Connection connection) {
        return new SavedVersion(connection.version(), connection.content(), connection.modified());
    }

    private void keep(Connection connection) {
        unjudged.add(connection.id());
        connections.put(connection.id(), connection);
        versions.put(new Saved(connection.id(), connection.version()), connection);
    }

    @Override
    public Uni<Optional<Connection>> find(ConnectionId id) {
        return Uni.createFrom().item(() -> Optional.ofNullable(connections.get(id)));
    }

    @Override
    public Uni<List<Connection>> switchedOn(Collection<ConnectionTypeId> types) {
        return Uni.createFrom()
                .item(
                        () ->
                                connections.values().stream()
                                        .filter(each -> each.on() && types.contains(each.type()))
                                        .sorted(
                                                Comparator.comparing(
                                                        each -> each.id().value().toString()))
                                        .toList());
    }

    @Override
    public Uni<Void> add(Connection connection) {
        return Uni.createFrom().voidItem().invoke(() -> keep(connection));
    }

    @Override
    public Uni<Boolean> save(Connection connection, Version from) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Connection current = connections.get(connection.id());
                            if (current == null || !current.version().equals(from)) {
                                return false;
                            }
                            keep(connection.turn(current.on()));
                            return true;
                        });
    }

    @Override
    public Uni<Boolean> turn(ConnectionId id, boolean on) {
        return Uni.createFrom()
                .item(
                        () ->
                                connections.computeIfPresent(id, (_, current) -> current.turn(on))
                                        != null);
    }

    @Override
    public Uni<Void> delete(ConnectionId id) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> connections.remove(id))
                .invoke(() -> versions.keySet().removeIf(saved -> saved.id().equals(id)));
    }

    @Override
    public Runnable remember() {
        Map<ConnectionId, Connection> before = Map.copyOf(connections);
        return () -> {
            connections.clear();
            connections.putAll(before);
        };
    }

    @Override
    public Uni<Set<ConnectionId>> turnAll(Collection<ConnectionId> ids, boolean on) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Set<ConnectionId> turned =
                                    ids.stream()
                                            .map(connections::get)
                                            .filter(Objects::nonNull)
                                            .filter(one -> one.on() != on)
                                            .map(Connection::id)
                                            .collect(Collectors.toSet());
                            turned.forEach(
                                    id ->
                                            connections.computeIfPresent(
                                                    id, (_, current) -> current.turn(on)));
                            return turned;
                        });
    }

    @Override
    public Uni<Map<ConnectionId, Held>> hold(Collection<ConnectionId> ids) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> savedByTheOneBefore.run())
                .map(
                        _ ->
                                ids.stream()
                                        .distinct()
                                        .map(connections::get)
                                        .filter(Objects::nonNull)
                                        .collect(
                                                Collectors.toMap(
                                                        Connection::id,
                                                        one ->
                                                                new Held(
                                                                        one.name(),
                                                                        one.editRights()))));
    }

    @Override
    public Uni<Void> deleteAll(Collection<ConnectionId> ids) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> connections.keySet().removeAll(List.copyOf(ids)))
                .invoke(() -> versions.keySet().removeIf(saved -> ids.contains(saved.id())));
    }

    @Override
    public Uni<Void> judge(Collection<Judgement> found) {
        return Uni.createFrom()
                .voidItem()
                .invoke(
                        () ->
                                found.forEach(
                                        one -> {
                                            judgements.put(one.connection(), one);
                                            unjudged.remove(one.connection());
                                        }));
    }

    @Override
    public Uni<List<Connection>> unjudged(int limit) {
        return Uni.createFrom()
                .item(
                        () -> {
                            List<Connection> some =
                                    unjudged.stream()
                                            .map(connections::get)
                                            .filter(Objects::nonNull)
                                            .limit(limit)
                                            .toList();
                            some.forEach(one -> unjudged.remove(one.id()));
                            return some;
                        });
    }

    @Override
    public Uni<Void> doubtAll() {
        return Uni.createFrom().voidItem().invoke(() -> unjudged.addAll(connections.keySet()));
    }

    /// What was last found out.
    public Optional<Judgement> judgement(ConnectionId id) {
        return Optional.ofNullable(judgements.get(id));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
