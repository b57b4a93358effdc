package io.connections.domain.discovery;

import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.goal.ExportVariables;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSelection.Compression;
import io.connections.domain.goal.FileSelection.Pick;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.goal.ImportVariables;
import io.connections.domain.goal.Matching;
import io.connections.domain.profile.ProfileProperty;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What a connection that was proposed begins with: the goals that its type prepares, or one that
/// still has to be told where the files lie and what is in them.
public final class FirstGoals {
    private FirstGoals() {}

    public static List<Goal> of(
            ConnectionType type, Collection<ProfileProperty> properties, Supplier<GoalId> ids) {
        if (type.goals().isEmpty()) {
            return type.goalKinds().stream().sorted().map(kind -> empty(kind, ids.get())).toList();
        }
        return type.goals().stream()
                .<Goal>map(prepared -> prepared.goal(ids.get(), properties))
                .toList();
    }

    private static Goal empty(ConnectionType.GoalKind kind, GoalId id) {
        return switch (kind) {
            case IMPORT_PROFILES ->
                    new ImportGoal(
                            id,
                            "Import profiles",
                            true,
                            new FileSource(
                                    new FileSelection(
                                            "",
                                            "*.csv",
                                            Pick.NEWEST,
                                            Compression.AUTO,
                                            new AfterImport.Leave()),
                                    Optional.empty()),
                            new Matching(List.of()),
                            true,
                            List.of(),
                            List.of());
            case IMPORT_VARIABLES ->
                    new ImportVariables(id, "Page variables into profiles", true, true, List.of());
            case EXPORT_VARIABLES ->
                    new ExportVariables(id, "Profile values for the page", false, List.of());
        };
    }
}
