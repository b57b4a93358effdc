package io.connections.domain.goal;

import io.connections.domain.goal.Steps.ProcessorFaulty;
import io.connections.domain.profile.ProfileProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What the mapping of a goal makes of a record, step by step, for people who are still building
/// it: an incomplete goal has a preview too.
public final class MappingPreview {
    private MappingPreview() {}

    /// One for each row of the goal's mapping, in its order.
    public static List<Row> of(
            ImportGoal goal, Collection<ProfileProperty> properties, InputRecord record) {
        List<Row> rows = new ArrayList<>(goal.mapping().size());
        for (MappingRow row : goal.mapping()) {
            rows.add(
                    properties.stream()
                            .filter(property -> property.id().equals(row.property()))
                            .findFirst()
                            .map(property -> row(row, property, record))
                            .orElseGet(() -> unknownProperty(row)));
        }
        return rows;
    }

    private static Row row(MappingRow row, ProfileProperty property, InputRecord record) {
        PlannedRow planned;
        try {
            planned = PlannedRow.of(row, property);
        } catch (ProcessorFaulty faulty) {
            return new Row(
                    List.of(),
                    List.of(),
                    Optional.of(new Problem("processor-invalid", faulty.reason())));
        }
        Findings findings = new Findings();
        List<List<String>> steps = new ArrayList<>(planned.steps().size());
        List<String> values = planned.start(record);
        for (Step step : planned.steps()) {
            values = List.copyOf(step.apply(values, record, findings));
            steps.add(values);
        }
        List<String> result = planned.normalised(values, findings);
        return new Row(
                steps,
                result,
                findings.hasBad()
                        ? Optional.of(new Problem("bad-value", planned.message(findings)))
                        : Optional.empty());
    }

    private static Row unknownProperty(MappingRow row) {
        return new Row(
                List.of(),
                List.of(),
                Optional.of(
                        new Problem(
                                "unknown-property",
                                "There is no profile property \"%s\" (any more)."
                                        .formatted(row.property().value()))));
    }

    /// @param steps the values after each processor
    /// @param result the values that the property would be offered, in their written form
    public record Row(List<List<String>> steps, List<String> result, Optional<Problem> problem) {
        public Row {
            steps = List.copyOf(steps);
        }
    }

    /// @param code `bad-value`, `processor-invalid` or `unknown-property`
    public record Problem(String code, String message) {}
}
