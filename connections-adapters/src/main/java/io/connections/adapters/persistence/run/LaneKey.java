package io.connections.adapters.persistence.run;

import io.connections.application.run.port.Lease;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/// Which of a run's lanes.
///
/// @param goal ordinal of the goal in the run
record LaneKey(Lease lease, int goal, int lane) {
    UUID run() {
        return lease.run().value();
    }

    int share() {
        return lease.share().share();
    }

    UUID goalId() {
        return lease.goal(goal).value();
    }

    /// Into four parameters: run, goal, share, lane.
    void set(PreparedStatement statement, int first) throws SQLException {
        statement.setObject(first, run());
        statement.setInt(first + 1, goal);
        statement.setInt(first + 2, share());
        statement.setInt(first + 3, lane);
    }
}
