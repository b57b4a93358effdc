package io.connections.application.run.request;

import io.connections.application.connection.ConnectionView;
import io.connections.application.connection.ConnectionViews;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.domain.access.Actor;
import io.connections.domain.catalog.ConnectionType.Mode;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.kernel.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// What a run of a connection would do now, and what keeps it from running.
@Singleton
final class RunPreparation {
    private final ConnectionRepository connections;
    private final ConnectionViews views;

    RunPreparation(ConnectionRepository connections, ConnectionViews views) {
        this.connections = connections;
        this.views = views;
    }

    /// @param goals those that are switched on, in their order
    record Prepared(
            Connection connection, Mode mode, List<ImportGoal> goals, List<Violation> problems) {
        void requireRunnable() {
            if (mode == Mode.IN_PAGE) {
                throw new ConnectionRunsInPages();
            }
            if (!connection.on()) {
                throw new ConnectionOff();
            }
            if (!problems.isEmpty()) {
                throw new ConnectionIncomplete(problems);
            }
        }
    }

    /// Inside a unit of work.
    Uni<Prepared> of(ConnectionId id, Actor actor) {
        return connections
                .get(id)
                .chain(connection -> views.of(connection, actor))
                .map(RunPreparation::prepared);
    }

    private static Prepared prepared(ConnectionView view) {
        List<ImportGoal> goals =
                view.connection().goals().stream()
                        .filter(Goal::enabled)
                        .filter(ImportGoal.class::isInstance)
                        .map(ImportGoal.class::cast)
                        .toList();
        return new Prepared(view.connection(), view.type().mode(), goals, view.problems());
    }
}
