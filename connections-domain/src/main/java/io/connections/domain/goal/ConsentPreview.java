package io.connections.domain.goal;

import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.MappingPreview.Problem;
import io.connections.domain.goal.Steps.ProcessorFaulty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the consent rows of a goal make of a record, for people who are still building it.
///
/// @param rows in the goal's order
/// @param said by all of them together; what is not clear says nothing here
public record ConsentPreview(List<Row> rows, SaidConsent said) {
    public ConsentPreview {
        rows = List.copyOf(rows);
    }

    /// @param steps the values after each processor
    /// @param problem of code `consent-unclear`, `processor-invalid` or `unknown-objective`
    public record Row(List<List<String>> steps, SaidConsent said, Optional<Problem> problem) {
        public Row {
            steps = List.copyOf(steps);
        }

        private static Row faulty(String code, String message) {
            return new Row(List.of(), SaidConsent.NOTHING, Optional.of(new Problem(code, message)));
        }
    }

    /// @param objectives all that there are
    /// @param now of which nobody can have spoken later
    public static ConsentPreview of(
            ImportGoal goal, Set<ObjectiveId> objectives, Instant now, InputRecord record) {
        List<Row> rows =
                goal.consent().stream().map(row -> row(row, objectives, now, record)).toList();
        List<SaidConsent.Said> said = new ArrayList<>();
        Optional<Zone> zone = Optional.empty();
        Optional<Instant> at = Optional.empty();
        for (Row row : rows) {
            said.addAll(row.said().said());
            zone = zone.or(row.said()::zone);
            at = at.or(row.said()::at);
        }
        return new ConsentPreview(rows, new SaidConsent(said, zone, at));
    }

    private static Row row(
            ConsentRow row, Set<ObjectiveId> objectives, Instant now, InputRecord record) {
        if (row.meaning() instanceof ConsentMeaning.AnswerTo(ObjectiveId id)
                && !objectives.contains(id)) {
            return Row.faulty("unknown-objective", GoalCheck.noObjective(id));
        }
        PlannedConsent planned;
        try {
            planned = PlannedConsent.of(List.of(row), objectives, now);
        } catch (ProcessorFaulty faulty) {
            return Row.faulty("processor-invalid", faulty.reason());
        }
        PlannedConsent.Problem problem = new PlannedConsent.Problem();
        SaidConsent said = planned.read(record, new Findings(), problem);
        return new Row(
                steps(row, record),
                said,
                problem.isThere()
                        ? Optional.of(new Problem("consent-unclear", problem.message()))
                        : Optional.empty());
    }

    private static List<List<String>> steps(ConsentRow row, InputRecord record) {
        List<List<String>> steps = new ArrayList<>(row.processors().size());
        Findings findings = new Findings();
        List<String> values = row.field().map(record::values).orElse(List.of());
        for (Step step : Steps.of(row.processors())) {
            values = List.copyOf(step.apply(values, record, findings));
            steps.add(values);
        }
        return steps;
    }
}
