package io.connections.application.run.request.port;

import io.connections.application.run.request.RunSummary.Cause;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.GoalId;
import io.connections.domain.kernel.Version;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/// Where requests leave what a worker is to do. Nothing is started here. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface RunQueue {
    /// Writes a queued run with its goals and gives it the connection's next number.
    ///
    /// Fails with [io.connections.application.run.request.RunInProgress] while the connection has a
    /// run that has not ended (of two at the same time one wins), with
    /// [io.connections.application.run.request.ConnectionOff] while it is switched off.
    Uni<Void> add(NewRun run);

    /// Keeps the mended file that a queued replay is to read.
    Uni<Void> addReplayFile(RunId run, Multi<byte[]> pieces);

    /// Asks a run to stop at its next chunk; one that has ended stays as it is.
    ///
    /// @param by who asks, for people
    Uni<Void> requestStop(RunId run, String by);

    /// Queues a stopped or failed run again, to go on behind its last chunk.
    ///
    /// Fails with [io.connections.application.run.request.RunNotResumable] unless
    /// [io.connections.application.run.request.RunDetail#resumable()], and as [#add] does.
    ///
    /// @param by who asks, for people
    Uni<Void> requeue(RunId run, String by);

    /// @param version of the connection, from which the run takes its setup and goals
    /// @param rereadFinished whether files that an earlier run has finished are read again
    /// @param goals in the order in which they run
    record NewRun(
            RunId id,
            ConnectionId connection,
            Version version,
            String connectionName,
            Cause cause,
            boolean rereadFinished,
            List<NewGoal> goals,
            Instant created) {
        public NewRun {
            goals = List.copyOf(goals);
        }
    }

    record NewGoal(GoalId id, String name) {}
}
