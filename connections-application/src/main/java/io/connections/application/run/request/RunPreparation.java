package io.connections.application.run.request;

import io.connections.application.connection.ConnectionNotFound;
import io.connections.application.connection.ConnectionViews;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalCheck;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.ProfileProperty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// What a run of a connection would do now, and what keeps it from running.
@Singleton
final class RunPreparation {
    private final ConnectionRepository connections;
    private final ConnectionViews views;
    private final PropertyRepository properties;

    RunPreparation(
            ConnectionRepository connections,
            ConnectionViews views,
            PropertyRepository properties) {
        this.connections = connections;
        this.views = views;
        this.properties = properties;
    }

    /// @param goals those that are switched on, in their order
    record Prepared(Connection connection, List<ImportGoal> goals, List<Violation> problems) {
        void requireRunnable() {
            if (!connection.on()) {
                throw new ConnectionOff();
            }
            if (!problems.isEmpty()) {
                throw new ConnectionIncomplete(problems);
            }
        }
    }

    /// Inside a unit of work.
    Uni<Prepared> of(ConnectionId id) {
        return connections
                .find(id)
                .map(found -> found.orElseThrow(() -> new ConnectionNotFound(id)))
                .chain(
                        connection ->
                                views.of(connection)
                                        .chain(
                                                view ->
                                                        properties
                                                                .list()
                                                                .map(
                                                                        all ->
                                                                                prepared(
                                                                                        connection,
                                                                                        view
                                                                                                .problems(),
                                                                                        all))));
    }

    private static Prepared prepared(
            Connection connection, List<Violation> found, List<ProfileProperty> properties) {
        List<ImportGoal> goals = new ArrayList<>();
        // A goal that is switched off may be as incomplete as it likes.
        List<Violation> problems =
                new ArrayList<>(
                        found.stream()
                                .filter(problem -> !problem.pointer().startsWith("/goals/"))
                                .toList());
        for (int i = 0; i < connection.goals().size(); i++) {
            Goal goal = connection.goals().get(i);
            if (goal.enabled() && goal instanceof ImportGoal importGoal) {
                goals.add(importGoal);
                problems.addAll(GoalCheck.problems(importGoal, properties, "/goals/" + i));
            }
        }
        if (goals.isEmpty()) {
            problems.add(
                    new Violation("/goals", "required", "Switch on at least one goal to run."));
        }
        return new Prepared(connection, goals, problems);
    }
}
