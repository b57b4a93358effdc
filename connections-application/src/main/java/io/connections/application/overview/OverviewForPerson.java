package io.connections.application.overview;

import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.overview.ConnectionFilter.Kind;
import io.connections.application.overview.Overview.Placed;
import io.connections.domain.connection.ConnectionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An [Overview] with one person's stars: found, put in order, counted.
public final class OverviewForPerson {
    private static final List<Kind> KINDS = List.of(Kind.values());

    private final Overview overview;
    private final Set<ConnectionId> stars;

    OverviewForPerson(Overview overview, Set<ConnectionId> stars) {
        this.overview = overview;
        this.stars = Set.copyOf(stars);
    }

    /// @param total of the filter, on whichever page
    public record Listed(Page<OverviewRow> page, int total) {}

    /// @param value as the filter takes it
    /// @param name for people
    public record Counted(String value, String name, int count) {}

    public boolean starred(ConnectionId connection) {
        return stars.contains(connection);
    }

    /// A page holds nothing that the page before held, and skips nothing that was there all the
    /// time, whatever changes between the two. Fails with
    /// [io.connections.application.kernel.RequestInvalid] at a cursor of another order.
    ///
    /// @param skip leaves out so many before the page begins; only without a cursor
    public Listed list(ConnectionFilter filter, ConnectionSort sort, PageRequest page, int skip) {
        List<Placed> found = found(filter, sort);
        int begin =
                page.after()
                        .map(cursor -> behind(found, OverviewPlace.read(cursor, sort), sort))
                        .orElse(Math.min(skip, found.size()));
        int end = Math.min(begin + page.limit() + 1, found.size());
        return new Listed(
                Page.of(found.subList(begin, end), page.limit(), one -> one.place().cursor(sort))
                        .map(one -> one.entry().row()),
                found.size());
    }

    public int count(ConnectionFilter filter) {
        OverviewConditions conditions = new OverviewConditions(filter, stars);
        return (int) overview.entries().stream().filter(conditions::hold).count();
    }

    /// By name. `limit` is the most that are wanted.
    public List<ConnectionId> ids(ConnectionFilter filter, int limit) {
        return found(filter, ConnectionSort.BY_NAME).stream()
                .limit(limit)
                .map(one -> one.entry().row().id())
                .toList();
    }

    /// How many there are of each value, the most frequent first; what the filter says of a kind
    /// itself is left aside where that kind is counted. At most `limit` values of each.
    public Map<Kind, List<Counted>> counts(ConnectionFilter filter, int limit) {
        OverviewConditions conditions = new OverviewConditions(filter, stars);
        Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
        KINDS.forEach(kind -> tallies.put(kind, new Tally()));
        for (OverviewEntry entry : overview.entries()) {
            if (conditions.says(entry)) {
                List<Kind> failed = conditions.failed(entry);
                tallies.forEach(
                        (kind, tally) -> {
                            if (failed.isEmpty() || (failed.size() == 1 && failed.contains(kind))) {
                                count(kind, entry, tally);
                            }
                        });
            }
        }
        Map<Kind, List<Counted>> counts = new EnumMap<>(Kind.class);
        tallies.forEach((kind, tally) -> counts.put(kind, tally.most(limit)));
        return counts;
    }

    private void count(Kind kind, OverviewEntry entry, Tally tally) {
        OverviewRow row = entry.row();
        switch (kind) {
            case LABEL ->
                    row.labels()
                            .forEach(
                                    label ->
                                            tally.add(
                                                    label.id().value().toString(),
                                                    label.name().value()));
            case TYPE -> tally.add(row.type().value(), row.typeName());
            case STATUS -> tally.add(entry.status().name());
            case OUTCOME -> tally.add(entry.outcome().name());
            case DIRECTION -> tally.add(row.direction().name());
            case FAVORITE -> tally.add(Boolean.toString(starred(row.id())));
            case ON -> tally.add(Boolean.toString(row.on()));
            case CREATOR -> tally.add(row.created().by());
            case ATTENTION -> tally.add(Boolean.toString(entry.attention().isPresent()));
        }
    }

    private List<Placed> found(ConnectionFilter filter, ConnectionSort sort) {
        List<Placed> all =
                sort.by() == ConnectionSort.By.FAVORITE ? byStars(sort) : overview.inOrder(sort);
        if (filter.equals(ConnectionFilter.ALL)) {
            return all;
        }
        OverviewConditions conditions = new OverviewConditions(filter, stars);
        return all.stream().filter(one -> conditions.hold(one.entry())).toList();
    }

    private List<Placed> byStars(ConnectionSort sort) {
        List<Placed> starred = new ArrayList<>();
        List<Placed> others = new ArrayList<>();
        for (Placed one : overview.inOrder(ConnectionSort.BY_NAME)) {
            boolean star = starred(one.entry().row().id());
            (star ? starred : others)
                    .add(new Placed(OverviewPlace.of(one.entry(), sort.by(), star), one.entry()));
        }
        List<Placed> first = sort.descending() ? starred : others;
        first.addAll(sort.descending() ? others : starred);
        return first;
    }

    /// Where the first stands that comes after the place, whether anything still stands there or
    // not.
    private static int behind(List<Placed> found, OverviewPlace place, ConnectionSort sort) {
        Comparator<OverviewPlace> order = OverviewPlace.order(sort);
        int at = Collections.binarySearch(found.stream().map(Placed::place).toList(), place, order);
        return at < 0 ? -at - 1 : at + 1;
    }

    private static final class Tally {
        private final Map<String, Counted> found = new HashMap<>();

        void add(String word) {
            add(word, word);
        }

        void add(String value, String name) {
            found.merge(
                    value,
                    new Counted(value, name, 1),
                    (before, _) -> new Counted(value, before.name(), before.count() + 1));
        }

        List<Counted> most(int limit) {
            return found.values().stream()
                    .sorted(
                            Comparator.comparingInt(Counted::count)
                                    .reversed()
                                    .thenComparing(Counted::name)
                                    .thenComparing(Counted::value))
                    .limit(limit)
                    .toList();
        }
    }
}
