package io.connections.domain.goal;

import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.PropertyId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Shows a page what the profile says of whoever provably looks at it.
public record ExportVariables(GoalId id, String name, boolean enabled, List<SharedValue> values)
        implements Goal {
    public static final int MAX_VALUES = 200;

    public ExportVariables {
        values = List.copyOf(values);
    }

    @Override
    public Set<PropertyId> properties() {
        return values.stream().map(SharedValue::property).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Violation> tooMuch(String at) {
        GoalLimits limits = new GoalLimits(at);
        limits.name(name);
        limits.atMost(MAX_VALUES, "values", values.size(), "/values");
        return limits.found();
    }

    @Override
    public ExportVariables withId(GoalId other) {
        return new ExportVariables(other, name, enabled, values);
    }
}
