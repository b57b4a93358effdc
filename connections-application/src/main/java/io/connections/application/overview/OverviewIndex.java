package io.connections.application.overview;

import io.connections.application.overview.ConnectionFilter.Kind;
import io.connections.domain.connection.ConnectionId;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which entries have which value of a kind; of each kind when it is first asked for. A set of
/// entries holds their numbers.
final class OverviewIndex {
    private final Map<ConnectionId, OverviewEntry> entries;
    private final BitSet numbers;
    private final Map<Kind, Map<Object, Having>> kinds = new ConcurrentHashMap<>();

    OverviewIndex(Map<ConnectionId, OverviewEntry> entries, BitSet numbers) {
        this.entries = entries;
        this.numbers = numbers;
    }

    /// @param name of the value, for people
    /// @param entries that have it; nobody changes them
    record Having(Object name, BitSet entries) {}

    OverviewIndex with(
            Map<ConnectionId, OverviewEntry> after,
            BitSet numbersAfter,
            List<OverviewEntry> went,
            List<OverviewEntry> came) {
        OverviewIndex next = new OverviewIndex(after, numbersAfter);
        kinds.forEach((kind, values) -> next.kinds.put(kind, moved(kind, values, went, came)));
        return next;
    }

    private static Map<Object, Having> moved(
            Kind kind,
            Map<Object, Having> values,
            List<OverviewEntry> went,
            List<OverviewEntry> came) {
        Map<Object, Having> moved = new HashMap<>(values);
        Set<Object> touched = new HashSet<>();
        BiConsumer<Object, Object> own =
                (value, name) -> {
                    if (touched.add(value)) {
                        Having before = values.get(value);
                        BitSet entries =
                                before == null ? new BitSet() : (BitSet) before.entries().clone();
                        moved.put(value, new Having(name, entries));
                    }
                };
        // What came knows the value's name of today.
        came.forEach(entry -> values(kind, entry, own));
        went.forEach(entry -> values(kind, entry, own));
        went.forEach(
                entry -> values(kind, entry, (value, _) -> at(moved, value).clear(entry.number())));
        came.forEach(
                entry -> values(kind, entry, (value, _) -> at(moved, value).set(entry.number())));
        touched.forEach(value -> moved.computeIfPresent(value, (_, one) -> used(one)));
        return moved;
    }

    private static BitSet at(Map<Object, Having> values, Object value) {
        return Objects.requireNonNull(values.get(value)).entries();
    }

    private static @Nullable Having used(Having one) {
        return one.entries().isEmpty() ? null : one;
    }

    BitSet everything() {
        return (BitSet) numbers.clone();
    }

    BitSet allBut(BitSet some) {
        BitSet others = everything();
        others.andNot(some);
        return others;
    }

    /// Those that have one of the values.
    BitSet any(Kind kind, Collection<?> values) {
        Map<Object, Having> there = of(kind);
        BitSet any = new BitSet();
        for (Object value : values) {
            Having having = there.get(value);
            if (having != null) {
                any.or(having.entries());
            }
        }
        return any;
    }

    BitSet starred(Set<ConnectionId> stars) {
        BitSet starred = new BitSet();
        for (ConnectionId one : stars) {
            OverviewEntry entry = entries.get(one);
            if (entry != null) {
                starred.set(entry.number());
            }
        }
        return starred;
    }

    BitSet all(Predicate<OverviewEntry> wanted) {
        BitSet all = new BitSet();
        for (OverviewEntry entry : entries.values()) {
            if (wanted.test(entry)) {
                all.set(entry.number());
            }
        }
        return all;
    }

    /// Every value that an entry has. Not of [Kind#FAVORITE], which differs from person to person.
    Map<Object, Having> of(Kind kind) {
        return kinds.computeIfAbsent(kind, this::read);
    }

    private Map<Object, Having> read(Kind kind) {
        Map<Object, Having> found = new HashMap<>();
        for (OverviewEntry entry : entries.values()) {
            values(
                    kind,
                    entry,
                    (value, name) ->
                            found.computeIfAbsent(value, _ -> new Having(name, new BitSet()))
                                    .entries()
                                    .set(entry.number()));
        }
        return found;
    }

    private static void values(Kind kind, OverviewEntry entry, BiConsumer<Object, Object> to) {
        OverviewRow row = entry.row();
        switch (kind) {
            case LABEL -> row.labels().forEach(label -> to.accept(label.id(), label.name()));
            case TYPE -> to.accept(row.type(), row.typeName());
            case STATUS -> to.accept(entry.status(), entry.status());
            case OUTCOME -> to.accept(entry.outcome(), entry.outcome());
            case DIRECTION -> to.accept(row.direction(), row.direction());
            case ON -> to.accept(row.on(), row.on());
            case CREATOR -> to.accept(row.created().by(), row.created().by());
            case ATTENTION -> {
                boolean needsSomebody = entry.attention().isPresent();
                to.accept(needsSomebody, needsSomebody);
            }
            case OBJECTIVE -> row.objectives().forEach(id -> to.accept(id, id));
            case CHANNEL -> row.channels().forEach(id -> to.accept(id, id));
            case FAVORITE -> {}
        }
    }
}
