package io.connections.domain.goal;

import io.connections.domain.kernel.Invalid;
import io.connections.domain.kernel.Violation;
import java.util.List;

/// The goal cannot run as it is; each violation points at what is missing or wrong.
public final class GoalIncomplete extends Invalid {
    public GoalIncomplete(String goalName, List<Violation> violations) {
        super(
                "the goal \"%s\" cannot run yet: %s"
                        .formatted(
                                goalName,
                                violations.isEmpty() ? "" : violations.getFirst().message()),
                violations);
    }

    @Override
    public String code() {
        return "goal-incomplete";
    }
}
