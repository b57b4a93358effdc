package io.connections.application.run.request;

import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.Counts;
import io.connections.domain.run.RunId;
import io.connections.domain.run.RunProblem;
import java.time.Instant;
import java.util.Optional;

/// A run in a list.
///
/// @param number counts the runs of its connection from 1
/// @param connectionName as it was when the run was made
public record RunSummary(
        RunId id,
        int number,
        ConnectionId connection,
        String connectionName,
        RunState state,
        Cause cause,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> ended,
        Counts counts,
        Optional<RunProblem> problem) {

    /// Why the run was made.
    ///
    /// @param by who asked, where it was a person or an application
    /// @param of the run whose rejected records it replays
    public record Cause(Kind kind, Optional<String> by, Optional<RunId> of) {
        public enum Kind {
            MANUAL,
            REPLAY,
            SCHEDULE
        }
    }
}
