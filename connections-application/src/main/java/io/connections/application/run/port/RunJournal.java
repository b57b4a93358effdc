package io.connections.application.run.port;

import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.LeftOut;
import io.connections.domain.run.RunId;
import io.connections.domain.run.RunProblem;
import java.util.List;
import java.util.Optional;

/// The rows of a run, apart from its chunks. Every call with a lease fails with [FenceLost] once
/// the share was taken over; every call may be repeated.
public interface RunJournal {
    /// Shares that somebody should be working on, of runs that are queued or running.
    List<ShareKey> openShares();

    /// Takes the share, whoever had it before. Empty when there is nothing left to do on it.
    Optional<Lease> take(ShareKey share, String owner);

    boolean stopRequested(Lease lease);

    /// Fixes what the goal reads and in how many lanes. When an earlier attempt has fixed it, that
    /// stands, and these parts are ignored.
    ///
    /// @param lanes used only the first time
    GoalProgress begin(Lease lease, int goal, int lanes, List<Part> parts);

    /// What an earlier attempt has fixed and reached.
    Optional<GoalProgress> progress(Lease lease, int goal);

    /// Names what is kept of where the goal's statements of consent come from: the same whoever
    /// asks, and however often.
    EvidenceId evidence(Lease lease, int goal);

    /// Those of the parts that an earlier run has read to their end for this goal.
    List<Part> alreadyFinished(Lease lease, int goal, List<Part> parts);

    void partOpened(Lease lease, int goal, int part, Layout layout);

    /// From a record on the part's records are read otherwise than those before.
    ///
    /// @param from its number within the goal
    void layoutChanged(Lease lease, int goal, int part, long from, Layout layout);

    /// The part was not what it was when the goal began.
    void partChanged(Lease lease, int goal, int part);

    /// All records of the part are committed. From now on no scheduled run reads it again.
    void partFinished(Lease lease, int goal, int part, long records, Proof whole);

    void partConcluded(Lease lease, int goal, int part);

    void goalEnded(Lease lease, int goal, GoalEnd end);

    /// Ends this process's work on the share. The last share to be closed writes the run's outcome:
    /// failed when a goal failed, else stopped when a goal was stopped, else finished.
    ///
    /// @return the outcome, when this was the last share
    Optional<Outcome> close(Lease lease);

    /// This process ends before its work does: it has not disappeared over it.
    void letGo(Lease lease);

    /// A line of the run's log, for people.
    void log(RunId run, Level level, String message);

    enum Level {
        INFO,
        WARN,
        ERROR
    }

    enum Outcome {
        FINISHED,
        FAILED,
        STOPPED
    }

    sealed interface GoalEnd {
        record Finished() implements GoalEnd {}

        record Stopped() implements GoalEnd {}

        /// @param resumable whether going on behind the last chunk may get over it: not where the
        ///     file or the goal itself has to become another
        record Failed(RunProblem problem, boolean resumable) implements GoalEnd {}
    }

    /// @param positions of this share's lanes, by lane
    /// @param counts of what this share's lanes have committed
    /// @param leftOut from what they have committed
    record GoalProgress(
            List<PartProgress> parts,
            List<LanePosition> positions,
            Counts counts,
            LeftOut leftOut) {
        public GoalProgress {
            parts = List.copyOf(parts);
            positions = List.copyOf(positions);
        }
    }

    /// @param records how many it had; 0 until it is finished
    record PartProgress(Part part, boolean finished, long records, boolean concluded) {}
}
