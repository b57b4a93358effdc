package io.connections.domain.catalog;

import io.connections.domain.goal.ExportVariables;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.ImportVariables;
import java.util.List;
import java.util.Set;

/// What a connection can be made of. Data, read from one file per type: server validation and the
/// page's form both come from it.
///
/// @param summary one line for the gallery
/// @param connector the kind of connector that does the work (`sftp`); several types may share one
/// @param logo the name of one of the page's own glyphs
/// @param goals what a new connection of it starts with
public record ConnectionType(
        ConnectionTypeId id,
        String name,
        String vendor,
        String category,
        String summary,
        String logo,
        Direction direction,
        Mode mode,
        Set<GoalKind> goalKinds,
        String connector,
        List<SetupField> setup,
        List<PreparedGoal> goals) {
    public ConnectionType {
        goalKinds = Set.copyOf(goalKinds);
        setup = List.copyOf(setup);
        goals = List.copyOf(goals);
    }

    /// Stands for a type that is no longer shipped, so that its connections can still be looked at
    /// and deleted. Nothing can be set up or run with it.
    public static ConnectionType gone(ConnectionTypeId id) {
        return new ConnectionType(
                id,
                id.value(),
                "",
                "",
                "",
                "gone",
                Direction.OUTBOUND,
                Mode.BATCH,
                Set.of(),
                "",
                List.of(),
                List.of());
    }

    public SetupForm form() {
        return new SetupForm(setup);
    }

    public enum Direction {
        OUTBOUND,
        INBOUND
    }

    public enum Mode {
        BATCH,
        CONTINUOUS,
        IN_PAGE,
        API
    }

    /// Whether its connections can have such a goal.
    public boolean takes(Goal goal) {
        return goalKinds.contains(GoalKind.of(goal));
    }

    public enum GoalKind {
        IMPORT_PROFILES,
        IMPORT_VARIABLES,
        EXPORT_VARIABLES;

        public static GoalKind of(Goal goal) {
            return switch (goal) {
                case ImportGoal _ -> IMPORT_PROFILES;
                case ImportVariables _ -> IMPORT_VARIABLES;
                case ExportVariables _ -> EXPORT_VARIABLES;
            };
        }
    }
}
