package io.connections.application.run.request;

import io.connections.domain.audit.Subject;
import io.connections.domain.consent.ConsentGate.Verdict.Rule;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.GoalId;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.run.RunId;
import io.connections.domain.run.RunProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A run with how far it has come.
///
/// @param files at most [#MOST_FILES]; of more, those that are not finished come first
/// @param fileCount of all its files
/// @param resumable whether it can go on behind its last chunk
/// @param replays runs that replay its rejected records
public record RunDetail(
        RunSummary summary,
        Progress progress,
        List<Goal> goals,
        List<File> files,
        int fileCount,
        boolean resumable,
        List<RunId> replays) {
    public static final int MOST_FILES = 100;

    public RunDetail {
        goals = List.copyOf(goals);
        files = List.copyOf(files);
        replays = List.copyOf(replays);
    }

    /// A run has no name of its own; it is known by its connection's.
    Subject subject() {
        return Subject.of(summary.id().ref(), summary.connectionName());
    }

    /// @param leftOut most first; none where no value was left out
    /// @param heldBack why records were skipped for consent, most first
    public record Goal(
            GoalId id,
            String name,
            GoalState state,
            Counts counts,
            List<LeftOutValues> leftOut,
            List<HeldBack> heldBack,
            Optional<RunProblem> problem) {
        public Goal {
            leftOut = List.copyOf(leftOut);
            heldBack = List.copyOf(heldBack);
        }
    }

    /// Values that did not fit and were left out, while the rest of their records went on.
    ///
    /// @param name the property's; its id where it is no longer there
    public record LeftOutValues(PropertyId property, String name, long values) {}

    /// Records whose profiles the consent gate did not let through, under whatever law.
    ///
    /// @param objectives that kept them from being processed; under [Rule#NOT_GRANTED] one
    ///     consented to would have let a profile through
    public record HeldBack(Rule rule, List<ObjectiveId> objectives, long records) {
        public HeldBack {
            objectives = List.copyOf(objectives);
        }
    }

    public enum GoalState {
        WAITING,
        RUNNING,
        FINISHED,
        FAILED,
        STOPPED
    }

    /// @param done bytes of it that are in committed chunks
    public record File(String path, long size, Instant modified, FileState state, long done) {}

    public enum FileState {
        WAITING,
        READING,
        FINISHED,
        /// No longer the file that the run began with.
        CHANGED
    }
}
