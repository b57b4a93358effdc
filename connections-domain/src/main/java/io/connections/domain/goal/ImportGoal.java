package io.connections.domain.goal;

import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.PropertyId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public static final int MAX_CONSENT_ROWS = 500;
    /// Alternatives of identifiers, and identifiers of one.
    public static final int MAX_ALTERNATIVES = 20;

    public ImportGoal {
        mapping = List.copyOf(mapping);
        consent = List.copyOf(consent);
    }

    @Override
    public Set<PropertyId> properties() {
        return Stream.concat(
                        mapping.stream().map(MappingRow::property),
                        matching.anyOf().stream().flatMap(List::stream))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<ObjectiveId> answered() {
        return consent.stream()
                .map(ConsentRow::meaning)
                .filter(ConsentMeaning.AnswerTo.class::isInstance)
                .map(each -> ((ConsentMeaning.AnswerTo) each).objective())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Violation> tooMuch(String at) {
        GoalLimits limits = new GoalLimits(at);
        limits.name(name);
        limits.atMost(MAX_ROWS, "rows", mapping.size(), "/mapping");
        limits.atMost(MAX_ALTERNATIVES, "alternatives", matching.anyOf().size(), "/matching/anyOf");
        for (int i = 0; i < Math.min(matching.anyOf().size(), MAX_ALTERNATIVES); i++) {
            limits.atMost(
                    MAX_ALTERNATIVES,
                    "identifiers",
                    matching.anyOf().get(i).size(),
                    "/matching/anyOf/" + i);
        }
        limits.rows(mapping);
        limits.atMost(MAX_CONSENT_ROWS, "rows", consent.size(), "/consent");
        for (int i = 0; i < Math.min(consent.size(), MAX_CONSENT_ROWS); i++) {
            limits.row(consent.get(i).field(), consent.get(i).processors(), "/consent/" + i);
        }
        return limits.found();
    }

    @Override
    public ImportGoal withId(GoalId other) {
        return new ImportGoal(
                other, name, enabled, source, matching, createWhenNoMatch, mapping, consent);
    }
}
