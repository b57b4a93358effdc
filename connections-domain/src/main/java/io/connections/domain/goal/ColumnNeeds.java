package io.connections.domain.goal;

import io.connections.domain.profile.PropertyId;
import java.util.ArrayList;
import java.util.Collections;
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
        return of(goal.matching(), goal.mapping(), goal.consent());
    }

    static ColumnNeeds of(
            Matching goalsMatching, List<MappingRow> mapping, List<ConsentRow> consent) {
        List<List<String>> matching = new ArrayList<>();
        for (List<PropertyId> group : goalsMatching.anyOf()) {
            matching.add(
                    mapping.stream()
                            .filter(row -> group.contains(row.property()))
                            .flatMap(row -> onlySource(row).stream())
                            .toList());
        }
        Set<String> needed = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        for (MappingRow row : mapping) {
            row.field().ifPresent(named::add);
            if (row.strategy() == Strategy.SET_OR_CLEAR) {
                onlySource(row).ifPresent(needed::add);
            }
            row.processors().forEach(each -> named.addAll(namedBy(each)));
        }
        for (ConsentRow row : consent) {
            row.field().ifPresent(named::add);
            row.processors().forEach(each -> named.addAll(namedBy(each)));
            if (row.processors().stream().noneMatch(GoalCheck::makesValues)) {
                row.field().ifPresent(needed::add);
            }
        }
        return new ColumnNeeds(matching, needed, named);
    }

    /// Fields that a processor reads by itself.
    static List<String> namedBy(Processor processor) {
        return switch (processor) {
            case Processor.Concatenate concatenate -> concatenate.fields();
            case Processor.CleanPhone clean -> clean.regionField().stream().toList();
            case Processor.Trim _,
                    Processor.ChangeCase _,
                    Processor.FixedValue _,
                    Processor.DateFormat _,
                    Processor.NumberFormat _,
                    Processor.CleanEmail _,
                    Processor.Hash _,
                    Processor.RegexFilter _,
                    Processor.RegexReplace _,
                    Processor.Split _,
                    Processor.ValueTable _,
                    Processor.Expression _ ->
                    List.of();
        };
    }

    /// The column without which the row has no values.
    private static Optional<String> onlySource(MappingRow row) {
        return row.field().filter(_ -> row.processors().stream().noneMatch(GoalCheck::makesValues));
    }

    /// All that the mapping names, in its order.
    public Set<String> named() {
        return Collections.unmodifiableSet(named);
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
