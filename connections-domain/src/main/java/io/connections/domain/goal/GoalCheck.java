package io.connections.domain.goal;

import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.ProfileProperty;
import java.util.Collection;
import java.util.List;

/// What keeps a goal from running.
public final class GoalCheck {
    private GoalCheck() {}

    /// Every problem of the goal; none when it can run.
    ///
    /// @param pointer where the goal stands in the document people look at (`/goals/0`); the
    ///     violations point below it (`/goals/0/mapping/3/property`)
    public static List<Violation> problems(
            ImportGoal goal, Collection<ProfileProperty> properties, String pointer) {
        return Pending.body();
    }
}
