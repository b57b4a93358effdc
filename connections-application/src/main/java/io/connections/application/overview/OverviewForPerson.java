package io.connections.application.overview;

import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.overview.ConnectionFilter.Kind;
import io.connections.application.overview.Overview.Placed;
import io.connections.application.overview.OverviewIndex.Having;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.label.LabelId;
import io.connections.domain.label.LabelName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An [Overview] with one person's stars: found, put in order, counted.
public final class OverviewForPerson {
    static final Comparator<Counted> MOST_FIRST =
            Comparator.comparingInt(Counted::count)
                    .reversed()
                    .thenComparing(Counted::name)
                    .thenComparing(Counted::value);

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
        return conditions(filter).found().cardinality();
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
        OverviewConditions conditions = conditions(filter);
        Map<Kind, List<Counted>> counts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            BitSet others = conditions.foundWithout(kind);
            counts.put(
                    kind,
                    values(kind).entrySet().stream()
                            .map(one -> counted(one.getKey(), one.getValue(), others))
                            .filter(one -> one.count() > 0)
                            .sorted(MOST_FIRST)
                            .limit(limit)
                            .toList());
        }
        return counts;
    }

    private Map<Object, Having> values(Kind kind) {
        if (kind != Kind.FAVORITE) {
            return overview.index().of(kind);
        }
        BitSet starred = overview.index().starred(stars);
        BitSet others = overview.index().allBut(starred);
        return Map.of(true, new Having(true, starred), false, new Having(false, others));
    }

    private static Counted counted(Object value, Having having, BitSet others) {
        BitSet both = (BitSet) having.entries().clone();
        both.and(others);
        return new Counted(word(value), word(having.name()), both.cardinality());
    }

    private static String word(Object value) {
        return switch (value) {
            case LabelId id -> id.value().toString();
            case LabelName name -> name.value();
            case ConnectionTypeId type -> type.value();
            case ObjectiveId objective -> objective.value();
            case ChannelId channel -> channel.value().toString();
            default -> value.toString();
        };
    }

    private OverviewConditions conditions(ConnectionFilter filter) {
        return new OverviewConditions(filter, overview.index(), overview.index().starred(stars));
    }

    private List<Placed> found(ConnectionFilter filter, ConnectionSort sort) {
        BitSet wanted = conditions(filter).found();
        List<Placed> found = new ArrayList<>(wanted.cardinality());
        for (Placed one : inOrder(sort)) {
            if (wanted.get(one.entry().number())) {
                found.add(one);
            }
        }
        return found;
    }

    private List<Placed> inOrder(ConnectionSort sort) {
        if (sort.by() != ConnectionSort.By.FAVORITE) {
            return overview.inOrder(sort);
        }
        List<Placed> first = new ArrayList<>();
        List<Placed> second = new ArrayList<>();
        for (Placed one : overview.inOrder(ConnectionSort.BY_NAME)) {
            boolean star = starred(one.entry().row().id());
            (star == sort.descending() ? first : second)
                    .add(new Placed(OverviewPlace.of(one.entry(), sort.by(), star), one.entry()));
        }
        first.addAll(second);
        return first;
    }

    /// Where the first stands that comes after the place, which may be empty by now.
    private static int behind(List<Placed> found, OverviewPlace place, ConnectionSort sort) {
        Comparator<OverviewPlace> order = OverviewPlace.order(sort);
        int at = Collections.binarySearch(found.stream().map(Placed::place).toList(), place, order);
        return at < 0 ? -at - 1 : at + 1;
    }
}
