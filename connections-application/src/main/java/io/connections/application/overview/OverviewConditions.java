package io.connections.application.overview;

import io.connections.application.overview.ConnectionFilter.Kind;
import io.connections.application.overview.OverviewRow.LabelRef;
import io.connections.domain.connection.ConnectionId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// A filter as what it asks of an entry, kind by kind.
final class OverviewConditions {
    private final List<String> words;
    private final Map<Kind, Predicate<OverviewEntry>> kinds = new EnumMap<>(Kind.class);

    /// @param stars of whom asks
    OverviewConditions(ConnectionFilter filter, Set<ConnectionId> stars) {
        words = OverviewEntry.words(filter.search());
        oneOf(Kind.TYPE, filter.types(), entry -> entry.row().type());
        oneOf(Kind.STATUS, filter.statuses(), OverviewEntry::status);
        oneOf(Kind.OUTCOME, filter.outcomes(), OverviewEntry::outcome);
        oneOf(Kind.DIRECTION, filter.directions(), entry -> entry.row().direction());
        oneOf(Kind.CREATOR, filter.creators(), entry -> entry.row().created().by());
        either(Kind.ON, filter.on(), entry -> entry.row().on());
        either(Kind.ATTENTION, filter.attention(), entry -> entry.attention().isPresent());
        either(Kind.FAVORITE, filter.favorite(), entry -> stars.contains(entry.row().id()));
        if (!filter.labels().isEmpty()) {
            kinds.put(
                    Kind.LABEL,
                    entry ->
                            entry.row().labels().stream()
                                    .map(LabelRef::id)
                                    .anyMatch(filter.labels()::contains));
        }
    }

    private <T> void oneOf(Kind kind, Set<T> wanted, Function<OverviewEntry, T> value) {
        if (!wanted.isEmpty()) {
            kinds.put(kind, entry -> wanted.contains(value.apply(entry)));
        }
    }

    private void either(Kind kind, Optional<Boolean> wanted, Predicate<OverviewEntry> is) {
        wanted.ifPresent(yes -> kinds.put(kind, yes ? is : is.negate()));
    }

    boolean says(OverviewEntry entry) {
        return entry.says(words);
    }

    /// Those that the entry fails, but no more than two: who counts what one would see by choosing
    /// otherwise needs to know of one alone.
    List<Kind> failed(OverviewEntry entry) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        return kinds.entrySet().stream()
                .filter(one -> !one.getValue().test(entry))
                .map(Map.Entry::getKey)
                .limit(2)
                .toList();
    }

    boolean hold(OverviewEntry entry) {
        for (Predicate<OverviewEntry> one : kinds.values()) {
            if (!one.test(entry)) {
                return false;
            }
        }
        return says(entry);
    }
}
