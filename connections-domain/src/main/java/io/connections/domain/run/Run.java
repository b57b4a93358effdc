package io.connections.domain.run;

import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.GoalId;
import io.connections.domain.kernel.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One execution of a connection. What it may become next are the methods of the state it is in; a
/// run whose sources were not all read to their end cannot become [Finished].
public sealed interface Run {
    Order order();

    /// One for each enabled goal, in the order in which they run.
    List<GoalResult> goals();

    /// When its first work began, across stops and resumptions.
    Optional<Instant> firstStarted();

    default RunId id() {
        return order().id();
    }

    default Counts counts() {
        Counts sum = Counts.NONE;
        for (GoalResult goal : goals()) {
            sum = sum.plus(goal.counts());
        }
        return sum;
    }

    /// What was asked for; it never changes.
    ///
    /// @param number counts the runs of its connection from 1
    /// @param connectionVersion the saved version that the run works from, also when it is resumed
    record Order(
            RunId id,
            long number,
            ConnectionId connection,
            Version connectionVersion,
            Trigger trigger,
            Instant createdAt) {
        /// After it nobody can have spoken whose record does not say when. A mended record says
        /// what it said when it was rejected.
        public Instant saidAt() {
            return switch (trigger) {
                case Trigger.Manual _ -> createdAt;
                case Trigger.Replay(_, Instant firstAskedFor, _) -> firstAskedFor;
            };
        }
    }

    /// Work is going on, or is about to.
    sealed interface Open extends Run permits Queued, Running, Stopping {}

    /// Nothing more happens by itself.
    sealed interface Ended extends Run permits Resumable, Finished {
        Instant endedAt();
    }

    /// Ended before the end of its sources; it can go on behind its last committed chunk.
    sealed interface Resumable extends Ended permits Stopped, Failed {
        default Queued resume() {
            return new Queued(order(), goals(), firstStarted());
        }
    }

    /// Waits for a free worker.
    record Queued(Order order, List<GoalResult> goals, Optional<Instant> firstStarted)
            implements Open {
        public Queued {
            goals = checked(goals);
        }

        public static Queued of(Order order, List<GoalResult.Waiting> goals) {
            return new Queued(order, List.copyOf(goals), Optional.empty());
        }

        public Running begin(Instant at) {
            return new Running(order, goals, firstStarted.orElse(at));
        }

        /// Nothing of it runs, so it stops at once.
        public Stopped stop(Instant at, String by) {
            return new Stopped(order, goals, firstStarted, at, by);
        }

        public Failed fail(Instant at, RunProblem problem) {
            return new Failed(order, goals, firstStarted, at, problem);
        }
    }

    record Running(Order order, List<GoalResult> goals, Instant startedAt) implements Open {
        public Running {
            goals = checked(goals);
        }

        @Override
        public Optional<Instant> firstStarted() {
            return Optional.of(startedAt);
        }

        /// The same run with one goal further on.
        public Running with(GoalResult goal) {
            return new Running(order, replaced(goals, goal), startedAt);
        }

        /// Asks for a stop at the next chunk.
        public Stopping stop(Instant at, String by) {
            return new Stopping(order, goals, startedAt, at, by);
        }

        public Finished finish(Instant at) {
            return new Finished(order, goals, startedAt, at);
        }

        public Failed fail(Instant at, RunProblem problem) {
            return new Failed(order, goals, firstStarted(), at, problem);
        }
    }

    /// A person asked for a stop; the chunk in hand is still committed.
    record Stopping(
            Order order,
            List<GoalResult> goals,
            Instant startedAt,
            Instant requestedAt,
            String requestedBy)
            implements Open {
        public Stopping {
            goals = checked(goals);
        }

        @Override
        public Optional<Instant> firstStarted() {
            return Optional.of(startedAt);
        }

        public Stopping with(GoalResult goal) {
            return new Stopping(order, replaced(goals, goal), startedAt, requestedAt, requestedBy);
        }

        public Stopped stopped(Instant at) {
            return new Stopped(order, goals, firstStarted(), at, requestedBy);
        }

        /// The last chunk was in hand when the stop was asked for.
        public Finished finish(Instant at) {
            return new Finished(order, goals, startedAt, at);
        }

        public Failed fail(Instant at, RunProblem problem) {
            return new Failed(order, goals, firstStarted(), at, problem);
        }
    }

    record Stopped(
            Order order,
            List<GoalResult> goals,
            Optional<Instant> firstStarted,
            Instant endedAt,
            String by)
            implements Resumable {
        public Stopped {
            goals = checked(goals);
        }
    }

    record Failed(
            Order order,
            List<GoalResult> goals,
            Optional<Instant> firstStarted,
            Instant endedAt,
            RunProblem problem)
            implements Resumable {
        public Failed {
            goals = checked(goals);
        }
    }

    record Finished(Order order, List<GoalResult> goals, Instant startedAt, Instant endedAt)
            implements Ended {
        public Finished {
            goals = checked(goals);
            for (GoalResult goal : goals) {
                if (!(goal instanceof GoalResult.Finished)) {
                    throw new IllegalArgumentException(
                            "the goal \"%s\" did not reach the end of its source"
                                    .formatted(goal.name()));
                }
            }
        }

        @Override
        public Optional<Instant> firstStarted() {
            return Optional.of(startedAt);
        }
    }

    private static List<GoalResult> checked(List<GoalResult> goals) {
        if (goals.isEmpty()) {
            throw new IllegalArgumentException("a run has at least one goal");
        }
        return List.copyOf(goals);
    }

    private static List<GoalResult> replaced(List<GoalResult> goals, GoalResult replacement) {
        List<GoalResult> result = new ArrayList<>(goals.size());
        boolean found = false;
        for (GoalResult goal : goals) {
            boolean same = sameGoal(goal.goal(), replacement.goal());
            found |= same;
            result.add(same ? replacement : goal);
        }
        if (!found) {
            throw new IllegalArgumentException(
                    "the run has no goal \"%s\"".formatted(replacement.name()));
        }
        return result;
    }

    private static boolean sameGoal(GoalId one, GoalId other) {
        return one.equals(other);
    }
}
