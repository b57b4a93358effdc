package io.connections.domain.goal;

import io.connections.domain.kernel.Naming;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds what is longer or more than a goal may have.
final class GoalLimits {
    private final String at;
    private final List<Violation> found = new ArrayList<>();

    /// @param at the pointer to the goal
    GoalLimits(String at) {
        this.at = at;
    }

    /// One without a name is a draft.
    void name(String name) {
        if (!name.isEmpty()) {
            found.addAll(Naming.violations(at + "/name", name, "the goal", Goal.MAX_NAME));
        }
    }

    void rows(List<MappingRow> mapping) {
        for (int i = 0; i < Math.min(mapping.size(), Goal.MAX_ROWS); i++) {
            row(mapping.get(i).field(), mapping.get(i).processors(), "/mapping/" + i);
        }
    }

    void row(Optional<String> field, List<Processor> processors, String row) {
        atMost(Goal.MAX_STEPS, "steps", processors.size(), row + "/processors");
        if (field.filter(name -> name.length() > Goal.MAX_FIELD).isPresent()) {
            found.add(
                    new Violation(
                            at + row + "/field",
                            "too-long",
                            "The name of a field has at most %d characters."
                                    .formatted(Goal.MAX_FIELD)));
        }
    }

    void atMost(int most, String what, int given, String place) {
        if (given > most) {
            found.add(
                    new Violation(at + place, "too-many", "At most %d %s.".formatted(most, what)));
        }
    }

    List<Violation> found() {
        return found;
    }
}
