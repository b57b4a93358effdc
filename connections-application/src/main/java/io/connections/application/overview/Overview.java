package io.connections.application.overview;

import io.connections.domain.connection.ConnectionId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All connections at one moment, as the list is made of them. It never changes; [#with] is the
/// moment after, which takes along what this one was asked for.
public final class Overview {
    public static final Overview EMPTY =
            new Overview(Map.of(), new OverviewIndex(Map.of(), new BitSet()));

    /// Where more than one in so many changes, all is put in order anew.
    private static final int FEW = 10;

    private final Map<ConnectionId, OverviewEntry> entries;
    private final OverviewIndex index;
    private final Map<ConnectionSort, List<Placed>> orders = new ConcurrentHashMap<>();

    private Overview(Map<ConnectionId, OverviewEntry> entries, OverviewIndex index) {
        this.entries = entries;
        this.index = index;
    }

    record Placed(OverviewPlace place, OverviewEntry entry) {
        static Placed of(OverviewEntry entry, ConnectionSort sort) {
            return new Placed(OverviewPlace.of(entry, sort.by(), false), entry);
        }
    }

    /// @param changed new ones among them; some may be as they were
    /// @param gone may never have been there
    public Overview with(Collection<OverviewRow> changed, Collection<ConnectionId> gone) {
        Map<ConnectionId, OverviewRow> others = new LinkedHashMap<>();
        changed.stream()
                .filter(row -> !find(row.id()).equals(Optional.of(row)))
                .forEach(row -> others.put(row.id(), row));
        if (others.isEmpty() && gone.stream().noneMatch(entries::containsKey)) {
            return this;
        }
        Map<ConnectionId, OverviewEntry> after = new HashMap<>(entries);
        BitSet numbers = index.everything();
        List<OverviewEntry> went = new ArrayList<>();
        List<OverviewEntry> came = new ArrayList<>();
        gone.forEach(id -> leave(after.remove(id), numbers, went));
        for (OverviewRow row : others.values()) {
            leave(after.get(row.id()), numbers, went);
            OverviewEntry entry = OverviewEntry.of(numbers.nextClearBit(0), row);
            numbers.set(entry.number());
            after.put(row.id(), entry);
            came.add(entry);
        }
        if (FEW * (went.size() + came.size()) > after.size()) {
            return new Overview(after, new OverviewIndex(after, numbers));
        }
        Overview next = new Overview(after, index.with(after, numbers, went, came));
        orders.forEach((sort, order) -> next.orders.put(sort, moved(order, sort, went, came)));
        return next;
    }

    private static void leave(
            @Nullable OverviewEntry entry, BitSet numbers, List<OverviewEntry> went) {
        if (entry != null) {
            went.add(entry);
            numbers.clear(entry.number());
        }
    }

    private static List<Placed> moved(
            List<Placed> order,
            ConnectionSort sort,
            List<OverviewEntry> went,
            List<OverviewEntry> came) {
        Comparator<Placed> compared =
                Comparator.comparing(Placed::place, OverviewPlace.order(sort));
        List<Placed> moved = new ArrayList<>(order);
        for (OverviewEntry entry : went) {
            moved.remove(Collections.binarySearch(moved, Placed.of(entry, sort), compared));
        }
        for (OverviewEntry entry : came) {
            Placed placed = Placed.of(entry, sort);
            moved.add(-Collections.binarySearch(moved, placed, compared) - 1, placed);
        }
        return moved;
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

    OverviewIndex index() {
        return index;
    }

    /// The same for everybody, so any order but that of stars.
    List<Placed> inOrder(ConnectionSort sort) {
        return orders.computeIfAbsent(sort, this::sorted);
    }

    private List<Placed> sorted(ConnectionSort sort) {
        return entries.values().stream()
                .map(entry -> Placed.of(entry, sort))
                .sorted(Comparator.comparing(Placed::place, OverviewPlace.order(sort)))
                .toList();
    }
}
