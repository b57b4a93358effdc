package io.connections.domain.catalog;

import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.MappingRow;
import io.connections.domain.goal.Matching;
import io.connections.domain.goal.OnBadValue;
import io.connections.domain.goal.Restriction;
import io.connections.domain.goal.Strategy;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A goal that a new connection of a type starts with: where the other system puts its files, how
/// they are laid out, and what their columns hold.
///
/// A property that does not exist is never made for it. Until a person has made it, the goal is
/// prepared without it, and the column is offered.
///
/// @param matching over the properties that the columns suggest
public record PreparedGoal(
        String name,
        FileSource source,
        Matching matching,
        boolean createWhenNoMatch,
        List<PreparedColumn> columns) {
    public PreparedGoal {
        columns = List.copyOf(columns);
    }

    /// The goal as far as the properties go that there are. A group of identifiers is in only with
    /// all of them, since fewer would match more records than meant.
    public ImportGoal goal(GoalId id, Collection<ProfileProperty> properties) {
        Map<String, ProfileProperty> known = new HashMap<>();
        properties.forEach(property -> known.put(property.id().key(), property));
        List<MappingRow> rows =
                columns.stream()
                        .flatMap(
                                column ->
                                        Optional.ofNullable(known.get(column.property().key()))
                                                .filter(column::suits)
                                                .map(property -> row(column, property))
                                                .stream())
                        .toList();
        List<List<PropertyId>> groups =
                matching.anyOf().stream()
                        .map(group -> identifiers(group, rows, known))
                        .filter(group -> !group.isEmpty())
                        .toList();
        return new ImportGoal(
                id, name, true, source, new Matching(groups), createWhenNoMatch, rows, List.of());
    }

    private static MappingRow row(PreparedColumn column, ProfileProperty property) {
        return new MappingRow(
                Optional.of(column.column()),
                column.cleaning(),
                property.id(),
                Strategy.SET,
                Restriction.ALL_PROFILES,
                property.identifier() ? OnBadValue.REJECT_RECORD : OnBadValue.LEAVE_OUT);
    }

    /// All of them, as the properties themselves are written, or none.
    private static List<PropertyId> identifiers(
            List<PropertyId> group, List<MappingRow> rows, Map<String, ProfileProperty> known) {
        List<PropertyId> found =
                group.stream()
                        .flatMap(id -> Optional.ofNullable(known.get(id.key())).stream())
                        .filter(ProfileProperty::identifier)
                        .map(ProfileProperty::id)
                        .filter(id -> rows.stream().anyMatch(row -> row.property().equals(id)))
                        .toList();
        return found.size() == group.size() ? found : List.of();
    }
}
