package io.connections.application.overview;

import io.connections.domain.connection.ConnectionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// All connections at one moment, as the list is made of them. It never changes; [#with] is the
/// moment after.
public final class Overview {
    public static final Overview EMPTY = new Overview(Map.of(), Map.of());

    private final Map<ConnectionId, OverviewEntry> entries;
    private final Map<ConnectionSort, List<Placed>> orders = new ConcurrentHashMap<>();
    /// As the moments before were sorted: nearly right, so that sorting anew is nearly done.
    private final Map<ConnectionSort, List<Placed>> earlier;

    private Overview(
            Map<ConnectionId, OverviewEntry> entries, Map<ConnectionSort, List<Placed>> earlier) {
        this.entries = entries;
        this.earlier = earlier;
    }

    record Placed(OverviewPlace place, OverviewEntry entry) {}

    /// @param changed new ones among them; some may be as they were
    /// @param gone may never have been there
    public Overview with(Collection<OverviewRow> changed, Collection<ConnectionId> gone) {
        List<OverviewRow> others =
                changed.stream().filter(row -> !find(row.id()).equals(Optional.of(row))).toList();
        if (others.isEmpty() && gone.stream().noneMatch(entries::containsKey)) {
            return this;
        }
        Map<ConnectionId, OverviewEntry> after = new HashMap<>(entries);
        gone.forEach(after::remove);
        others.forEach(row -> after.put(row.id(), OverviewEntry.of(row)));
        Map<ConnectionSort, List<Placed>> sorted = new HashMap<>(earlier);
        sorted.putAll(orders);
        return new Overview(Map.copyOf(after), Map.copyOf(sorted));
    }

    public Optional<OverviewRow> find(ConnectionId connection) {
        return Optional.ofNullable(entries.get(connection)).map(OverviewEntry::row);
    }

    /// How many other connections have its name; upper and lower case and accents do not count.
    public int namesakes(ConnectionId connection) {
        OverviewEntry one = entries.get(connection);
        if (one == null) {
            return 0;
        }
        Predicate<OverviewEntry> sameName = other -> other.nameKey().equals(one.nameKey());
        return (int) entries.values().stream().filter(sameName).count() - 1;
    }

    /// @param stars of whom asks
    public OverviewForPerson seenWith(Set<ConnectionId> stars) {
        return new OverviewForPerson(this, stars);
    }

    Collection<OverviewEntry> entries() {
        return entries.values();
    }

    /// The same for everybody, so any order but that of stars.
    List<Placed> inOrder(ConnectionSort sort) {
        return orders.computeIfAbsent(sort, this::sorted);
    }

    private List<Placed> sorted(ConnectionSort sort) {
        List<Placed> sorted = new ArrayList<>(entries.size());
        Set<ConnectionId> kept = HashSet.newHashSet(entries.size());
        for (Placed one : earlier.getOrDefault(sort, List.of())) {
            ConnectionId id = one.entry().row().id();
            if (one.entry().equals(entries.get(id))) {
                sorted.add(one);
                kept.add(id);
            }
        }
        entries.forEach(
                (id, entry) -> {
                    if (!kept.contains(id)) {
                        sorted.add(new Placed(OverviewPlace.of(entry, sort.by(), false), entry));
                    }
                });
        sorted.sort(Comparator.comparing(Placed::place, OverviewPlace.order(sort)));
        return List.copyOf(sorted);
    }
}
