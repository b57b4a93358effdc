package io.connections.domain.goal;

import java.util.List;

/// Brings records from a source into profiles. Draft goals may be incomplete; what is missing is
/// said by the goal's check, and a run of an incomplete goal is refused.
public record ImportGoal(
        GoalId id,
        String name,
        boolean enabled,
        FileSource source,
        Matching matching,
        boolean createWhenNoMatch,
        List<MappingRow> mapping)
        implements Goal {
    public ImportGoal {
        mapping = List.copyOf(mapping);
    }

    @Override
    public ImportGoal withId(GoalId other) {
        return new ImportGoal(other, name, enabled, source, matching, createWhenNoMatch, mapping);
    }
}
