package io.connections.domain.goal;

import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.PropertyId;
import java.util.List;
import java.util.Set;

/// One ordered, separately switchable step of a connection.
public sealed interface Goal permits ImportGoal, ImportVariables, ExportVariables {
    int MAX_NAME = 200;
    /// As many as a file may have columns.
    int MAX_ROWS = 5_000;
    int MAX_STEPS = 50;
    int MAX_FIELD = 1_000;

    GoalId id();

    String name();

    boolean enabled();

    /// Properties that it reads or writes, each once.
    Set<PropertyId> properties();

    /// Objectives that it brings answers to, each once.
    default Set<ObjectiveId> answered() {
        return Set.of();
    }

    /// What is longer or more than a goal may have, whatever it means, and a name that is none.
    ///
    /// @param at the pointer to the goal
    List<Violation> tooMuch(String at);

    /// The same as a goal of its own.
    Goal withId(GoalId id);
}
