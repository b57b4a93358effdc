package io.connections.domain.connection;

import io.connections.domain.audit.Change;
import io.connections.domain.goal.ConsentRow;
import io.connections.domain.goal.ExportVariables;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalWords;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.ImportVariables;
import io.connections.domain.goal.MappingRow;
import io.connections.domain.profile.PropertyId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is not the same in two states of one goal, under the name that it has afterwards.
final class GoalDifference {
    private final List<Change> changes = new ArrayList<>();
    private final String title;

    private GoalDifference(Goal after) {
        title = title(after);
    }

    static List<Change> between(Goal before, Goal after) {
        GoalDifference difference = new GoalDifference(after);
        difference.compare("name", before.name(), after.name());
        difference.compare("switched", onOff(before), onOff(after));
        if (before instanceof ImportGoal old && after instanceof ImportGoal now) {
            difference.imports(old, now);
        } else if (before instanceof ImportVariables old && after instanceof ImportVariables now) {
            difference.variables(old, now);
        } else if (before instanceof ExportVariables old && after instanceof ExportVariables now) {
            difference.compare("shown values", shown(old), shown(now));
        }
        return difference.changes;
    }

    static String title(Goal goal) {
        return "Goal " + GoalWords.quoted(goal.name());
    }

    /// A goal in one line, for one that came or went as a whole.
    static String summary(Goal goal) {
        return switch (goal) {
            case ImportGoal one ->
                    "import of %s from %s, matched by %s, %d mapping rows, switched %s"
                            .formatted(
                                    GoalWords.quoted(one.source().selection().namePattern()),
                                    GoalWords.quoted(one.source().selection().folder()),
                                    one.matching().anyOf().isEmpty()
                                            ? "nothing"
                                            : GoalWords.matching(one.matching()),
                                    one.mapping().size(),
                                    onOff(one));
            case ImportVariables one ->
                    "page variables into profiles, %d mapping rows, switched %s"
                            .formatted(one.mapping().size(), onOff(one));
            case ExportVariables one ->
                    "profile values for the page: %s, switched %s"
                            .formatted(shown(one), onOff(one));
        };
    }

    private static String shown(ExportVariables goal) {
        return goal.values().stream()
                .map(
                        value ->
                                GoalWords.quoted(value.property().value())
                                        + " as "
                                        + GoalWords.quoted(value.variable()))
                .collect(Collectors.joining(", "));
    }

    private void variables(ImportVariables before, ImportVariables after) {
        compare(
                "creates profiles",
                GoalWords.yesNo(before.createWhenNoMatch()),
                GoalWords.yesNo(after.createWhenNoMatch()));
        mapping(before.mapping(), after.mapping());
    }

    private static String onOff(Goal goal) {
        return goal.enabled() ? "on" : "off";
    }

    private void imports(ImportGoal before, ImportGoal after) {
        FileSelection old = before.source().selection();
        FileSelection now = after.source().selection();
        compare("folder", old.folder(), now.folder());
        compare("file name", old.namePattern(), now.namePattern());
        compare("which files", GoalWords.pick(old.pick()), GoalWords.pick(now.pick()));
        compare(
                "compression",
                GoalWords.compression(old.compression()),
                GoalWords.compression(now.compression()));
        compare(
                "file afterwards",
                GoalWords.afterImport(old.afterImport()),
                GoalWords.afterImport(now.afterImport()));
        compare(
                "format",
                GoalWords.format(before.source().format()),
                GoalWords.format(after.source().format()));
        compare(
                "matching",
                GoalWords.matching(before.matching()),
                GoalWords.matching(after.matching()));
        compare(
                "creates profiles",
                GoalWords.yesNo(before.createWhenNoMatch()),
                GoalWords.yesNo(after.createWhenNoMatch()));
        mapping(before.mapping(), after.mapping());
        consent(before.consent(), after.consent());
    }

    private void consent(List<ConsentRow> before, List<ConsentRow> after) {
        Map<String, String> old = byMeaning(before);
        Map<String, String> now = byMeaning(after);
        Set<String> meanings = new LinkedHashSet<>(now.keySet());
        meanings.addAll(old.keySet());
        for (String meaning : meanings) {
            compare(meaning, old.getOrDefault(meaning, ""), now.getOrDefault(meaning, ""));
        }
    }

    private static Map<String, String> byMeaning(List<ConsentRow> rows) {
        Map<String, String> byMeaning = new LinkedHashMap<>();
        rows.forEach(
                row ->
                        byMeaning.merge(
                                GoalWords.meaning(row.meaning()),
                                GoalWords.source(row),
                                (one, other) -> one + " and " + other));
        return byMeaning;
    }

    /// Rows have no name of their own: of one property, those that are the same go together, then
    /// those that read the same field, then the rest in their order.
    private void mapping(List<MappingRow> before, List<MappingRow> after) {
        Map<PropertyId, List<MappingRow>> old = byProperty(before);
        Map<PropertyId, List<MappingRow>> now = byProperty(after);
        Set<PropertyId> properties = new LinkedHashSet<>(now.keySet());
        properties.addAll(old.keySet());
        int changesBefore = changes.size();
        for (PropertyId property : properties) {
            rows(
                    property,
                    new ArrayList<>(old.getOrDefault(property, List.of())),
                    new ArrayList<>(now.getOrDefault(property, List.of())));
        }
        if (changes.size() == changesBefore) {
            compare("order of the mapping", order(before), order(after));
        }
    }

    private static String order(List<MappingRow> rows) {
        return String.join(
                ", ",
                rows.stream()
                        .map(row -> row.field().orElse("no field") + " → " + row.property().value())
                        .toList());
    }

    private static Map<PropertyId, List<MappingRow>> byProperty(List<MappingRow> rows) {
        Map<PropertyId, List<MappingRow>> byProperty = new LinkedHashMap<>();
        rows.forEach(
                row -> byProperty.computeIfAbsent(row.property(), _ -> new ArrayList<>()).add(row));
        return byProperty;
    }

    private void rows(PropertyId property, List<MappingRow> before, List<MappingRow> after) {
        String what = "mapping of " + GoalWords.quoted(property.value());
        for (MappingRow row : List.copyOf(before)) {
            String words = GoalWords.row(row);
            after.stream()
                    .filter(other -> GoalWords.row(other).equals(words))
                    .findFirst()
                    .ifPresent(
                            same -> {
                                after.remove(same);
                                before.remove(row);
                            });
        }
        for (MappingRow row : List.copyOf(before)) {
            after.stream()
                    .filter(other -> other.field().equals(row.field()))
                    .findFirst()
                    .ifPresent(
                            same -> {
                                compare(what, GoalWords.row(row), GoalWords.row(same));
                                after.remove(same);
                                before.remove(row);
                            });
        }
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            compare(
                    what,
                    i < before.size() ? GoalWords.row(before.get(i)) : "",
                    i < after.size() ? GoalWords.row(after.get(i)) : "");
        }
    }

    private void compare(String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(Change.of(title + ": " + what, before, after));
        }
    }
}
