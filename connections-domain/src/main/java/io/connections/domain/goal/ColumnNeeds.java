package io.connections.domain.goal;

import io.connections.domain.profile.PropertyId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a mapping asks of the columns of a file: one that was renamed is no column without values.
public final class ColumnNeeds {
    private final List<List<String>> matching;
    private final Set<String> needed;
    private final Set<String> named;

    private ColumnNeeds(List<List<String>> matching, Set<String> needed, Set<String> named) {
        this.matching = matching;
        this.needed = needed;
        this.named = named;
    }

    static ColumnNeeds of(ImportGoal goal) {
        List<List<String>> matching = new ArrayList<>();
        for (List<PropertyId> group : goal.matching().anyOf()) {
            matching.add(
                    goal.mapping().stream()
                            .filter(row -> group.contains(row.property()))
                            .flatMap(row -> onlySource(row).stream())
                            .toList());
        }
        Set<String> needed = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        for (MappingRow row : goal.mapping()) {
            row.field().ifPresent(named::add);
            if (row.strategy() == Strategy.SET_OR_CLEAR) {
                onlySource(row).ifPresent(needed::add);
            }
            namedBy(row.processors(), named);
        }
        for (ConsentRow row : goal.consent()) {
            row.field().ifPresent(named::add);
            namedBy(row.processors(), named);
            if (row.processors().stream().noneMatch(GoalCheck::makesValues)) {
                row.field().ifPresent(needed::add);
            }
        }
        return new ColumnNeeds(matching, needed, named);
    }

    private static void namedBy(List<Processor> processors, Set<String> named) {
        for (Processor processor : processors) {
            if (processor instanceof Processor.Concatenate concatenate) {
                named.addAll(concatenate.fields());
            } else if (processor instanceof Processor.CleanPhone clean) {
                clean.regionField().ifPresent(named::add);
            }
        }
    }

    /// The column without which the row has no values.
    private static Optional<String> onlySource(MappingRow row) {
        return row.field().filter(_ -> row.processors().stream().noneMatch(GoalCheck::makesValues));
    }

    /// Columns without which the file must not be read: without them no record could be matched,
    /// every profile's value would be cleared, or what people refuse would be overlooked.
    public List<String> indispensable(List<String> columns) {
        Set<String> missing = new LinkedHashSet<>(needed);
        if (matching.stream().noneMatch(columns::containsAll)) {
            matching.forEach(missing::addAll);
        }
        columns.forEach(missing::remove);
        return List.copyOf(missing);
    }

    /// All columns that the mapping names and the file does not have.
    public List<String> missing(List<String> columns) {
        Set<String> missing = new LinkedHashSet<>(named);
        columns.forEach(missing::remove);
        return List.copyOf(missing);
    }
}
