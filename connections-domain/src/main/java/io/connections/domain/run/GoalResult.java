package io.connections.domain.run;

import io.connections.domain.goal.Counts;
import io.connections.domain.goal.GoalId;

/// How far one goal of a run has come. Facts about the goal; what the whole run is, says [Run].
public sealed interface GoalResult {
    GoalId goal();

    /// The goal's name when the run was made.
    String name();

    Counts counts();

    /// Not begun: goals run one after another.
    record Waiting(GoalId goal, String name) implements GoalResult {
        @Override
        public Counts counts() {
            return Counts.NONE;
        }

        public Running begin() {
            return new Running(goal, name, Counts.NONE);
        }
    }

    record Running(GoalId goal, String name, Counts counts) implements GoalResult {
        /// Records of a committed chunk.
        public Running plus(Counts more) {
            return new Running(goal, name, counts.plus(more));
        }

        public Finished finish(SourceEnd end) {
            return new Finished(goal, name, counts, end);
        }

        public Failed fail(RunProblem problem) {
            return new Failed(goal, name, counts, problem);
        }

        public Stopped stop() {
            return new Stopped(goal, name, counts);
        }
    }

    record Finished(GoalId goal, String name, Counts counts, SourceEnd end) implements GoalResult {}

    record Failed(GoalId goal, String name, Counts counts, RunProblem problem)
            implements GoalResult {
        /// Goes on behind the last committed chunk.
        public Running resume() {
            return new Running(goal, name, counts);
        }
    }

    record Stopped(GoalId goal, String name, Counts counts) implements GoalResult {
        /// Goes on behind the last committed chunk.
        public Running resume() {
            return new Running(goal, name, counts);
        }
    }
}
