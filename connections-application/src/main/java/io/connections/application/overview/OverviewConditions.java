package io.connections.application.overview;

import io.connections.application.overview.ConnectionFilter.Kind;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A filter as the entries that each of its kinds would leave.
final class OverviewConditions {
    private final BitSet said;
    private final Map<Kind, BitSet> kinds = new EnumMap<>(Kind.class);

    /// @param starred by whom asks
    OverviewConditions(ConnectionFilter filter, OverviewIndex index, BitSet starred) {
        List<String> words = OverviewEntry.words(filter.search());
        said = words.isEmpty() ? index.everything() : index.all(entry -> entry.says(words));
        oneOf(Kind.LABEL, filter.labels(), index);
        oneOf(Kind.TYPE, filter.types(), index);
        oneOf(Kind.STATUS, filter.statuses(), index);
        oneOf(Kind.OUTCOME, filter.outcomes(), index);
        oneOf(Kind.DIRECTION, filter.directions(), index);
        oneOf(Kind.CREATOR, filter.creators(), index);
        oneOf(Kind.ON, filter.on(), index);
        oneOf(Kind.ATTENTION, filter.attention(), index);
        oneOf(Kind.OBJECTIVE, filter.objectives(), index);
        oneOf(Kind.CHANNEL, filter.channels(), index);
        filter.favorite()
                .ifPresent(yes -> kinds.put(Kind.FAVORITE, yes ? starred : index.allBut(starred)));
    }

    private void oneOf(Kind kind, Optional<Boolean> wanted, OverviewIndex index) {
        wanted.ifPresent(value -> oneOf(kind, Set.of(value), index));
    }

    private void oneOf(Kind kind, Set<?> wanted, OverviewIndex index) {
        if (!wanted.isEmpty()) {
            kinds.put(kind, index.any(kind, wanted));
        }
    }

    /// Those that the filter finds.
    BitSet found() {
        BitSet found = (BitSet) said.clone();
        kinds.values().forEach(found::and);
        return found;
    }

    /// Those that it would find if nobody had chosen anything of this kind.
    BitSet foundWithout(Kind kind) {
        BitSet found = (BitSet) said.clone();
        kinds.forEach(
                (one, entries) -> {
                    if (one != kind) {
                        found.and(entries);
                    }
                });
        return found;
    }
}
