package io.connections.domain.goal;

/// One ordered, separately switchable step of a connection.
public sealed interface Goal permits ImportGoal {
    GoalId id();

    String name();

    boolean enabled();

    /// The same as a goal of its own.
    Goal withId(GoalId id);
}
