package io.connections.domain.goal;

import io.connections.domain.kernel.Naming;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Brings records from a source into profiles. Draft goals may be incomplete; what is missing is
/// said by the goal's check, and a run of an incomplete goal is refused.
public record ImportGoal(
        GoalId id,
        String name,
        boolean enabled,
        FileSource source,
        Matching matching,
        boolean createWhenNoMatch,
        List<MappingRow> mapping,
        List<ConsentRow> consent)
        implements Goal {
    public static final int MAX_NAME = 200;
    /// As many as a file may have columns.
    public static final int MAX_ROWS = 5_000;
    public static final int MAX_STEPS = 50;
    public static final int MAX_CONSENT_ROWS = 500;
    /// Alternatives of identifiers, and identifiers of one.
    public static final int MAX_ALTERNATIVES = 20;
    public static final int MAX_FIELD = 1_000;

    public ImportGoal {
        mapping = List.copyOf(mapping);
        consent = List.copyOf(consent);
    }

    @Override
    public List<Violation> tooMuch(String at) {
        List<Violation> found = new ArrayList<>();
        // One without a name is a draft.
        if (!name.isEmpty()) {
            found.addAll(Naming.violations(at + "/name", name, "the goal", MAX_NAME));
        }
        atMost(MAX_ROWS, "rows", mapping.size(), at + "/mapping", found);
        atMost(
                MAX_ALTERNATIVES,
                "alternatives",
                matching.anyOf().size(),
                at + "/matching/anyOf",
                found);
        for (int i = 0; i < Math.min(matching.anyOf().size(), MAX_ALTERNATIVES); i++) {
            atMost(
                    MAX_ALTERNATIVES,
                    "identifiers",
                    matching.anyOf().get(i).size(),
                    at + "/matching/anyOf/" + i,
                    found);
        }
        for (int i = 0; i < Math.min(mapping.size(), MAX_ROWS); i++) {
            MappingRow row = mapping.get(i);
            tooMuch(row.field(), row.processors(), at + "/mapping/" + i, found);
        }
        atMost(MAX_CONSENT_ROWS, "rows", consent.size(), at + "/consent", found);
        for (int i = 0; i < Math.min(consent.size(), MAX_CONSENT_ROWS); i++) {
            ConsentRow row = consent.get(i);
            tooMuch(row.field(), row.processors(), at + "/consent/" + i, found);
        }
        return found;
    }

    private static void tooMuch(
            Optional<String> field, List<Processor> processors, String row, List<Violation> found) {
        atMost(MAX_STEPS, "steps", processors.size(), row + "/processors", found);
        if (field.filter(name -> name.length() > MAX_FIELD).isPresent()) {
            found.add(
                    new Violation(
                            row + "/field",
                            "too-long",
                            "The name of a field has at most %d characters.".formatted(MAX_FIELD)));
        }
    }

    private static void atMost(int most, String what, int given, String at, List<Violation> found) {
        if (given > most) {
            found.add(new Violation(at, "too-many", "At most %d %s.".formatted(most, what)));
        }
    }

    @Override
    public ImportGoal withId(GoalId other) {
        return new ImportGoal(
                other, name, enabled, source, matching, createWhenNoMatch, mapping, consent);
    }
}
