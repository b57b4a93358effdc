package io.connections.domain.goal;

import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.PropertyId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Brings variables of a page into the profile of whoever provably looks at it. The fields of its
/// mapping are [VariablePath]s.
///
/// @param createWhenNoMatch whether somebody who has no profile yet gets one
public record ImportVariables(
        GoalId id,
        String name,
        boolean enabled,
        boolean createWhenNoMatch,
        List<MappingRow> mapping)
        implements Goal {
    /// As many as a page is asked for at once.
    public static final int MAX_ROWS = 200;

    public ImportVariables {
        mapping = List.copyOf(mapping);
    }

    @Override
    public Set<PropertyId> properties() {
        return mapping.stream().map(MappingRow::property).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Violation> tooMuch(String at) {
        GoalLimits limits = new GoalLimits(at);
        limits.name(name);
        limits.atMost(MAX_ROWS, "rows", mapping.size(), "/mapping");
        limits.rows(mapping);
        return limits.found();
    }

    @Override
    public ImportVariables withId(GoalId other) {
        return new ImportVariables(other, name, enabled, createWhenNoMatch, mapping);
    }
}
