package io.connections.application.run.port;

import io.connections.domain.goal.GoalId;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import io.connections.domain.run.Takeovers;
import java.util.List;

/// The right of one process to work on a share. It ends when somebody else takes the share: then
/// everything done with this lease fails with [FenceLost].
///
/// @param fence what the share's row must still say
/// @param goals all goals of the run, in their order
/// @param rejected how many records the run has rejected before
/// @param takeovers this one counted
public record Lease(
        ShareKey share,
        long fence,
        Run.Order order,
        boolean rereadFinished,
        List<GoalStep> goals,
        long rejected,
        Takeovers takeovers) {
    public Lease {
        goals = List.copyOf(goals);
    }

    public RunId run() {
        return share.run();
    }

    /// The goal at a place in the run.
    public GoalId goal(int ordinal) {
        return goals.stream()
                .filter(step -> step.ordinal() == ordinal)
                .findFirst()
                .orElseThrow()
                .goal();
    }

    /// @param ordinal its place in the run, from 0
    /// @param finished by an earlier attempt
    /// @param begun by an earlier attempt: its parts are fixed
    public record GoalStep(
            int ordinal, GoalId goal, String name, boolean begun, boolean finished) {}
}
