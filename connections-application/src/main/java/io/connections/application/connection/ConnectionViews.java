package io.connections.application.connection;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.connection.port.SecretVault;
import io.connections.application.connection.port.SecretVault.Kept;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.SecretsSet;
import io.connections.domain.catalog.Target;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalCheck;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.ProfileProperty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Joins a connection with what is known about it elsewhere.
@Singleton
public final class ConnectionViews {
    private final ConnectionTypes types;
    private final SecretVault vault;
    private final PropertyRepository properties;

    ConnectionViews(ConnectionTypes types, SecretVault vault, PropertyRepository properties) {
        this.types = types;
        this.vault = vault;
        this.properties = properties;
    }

    /// Inside a unit of work.
    public Uni<ConnectionView> of(Connection connection) {
        return of(List.of(connection)).map(List::getFirst);
    }

    public Uni<List<ConnectionView>> of(List<Connection> connections) {
        return properties
                .list()
                .chain(
                        all ->
                                vault.kept(connections.stream().map(Connection::id).toList())
                                        .map(
                                                kept ->
                                                        connections.stream()
                                                                .map(
                                                                        connection ->
                                                                                view(
                                                                                        connection,
                                                                                        kept
                                                                                                .getOrDefault(
                                                                                                        connection
                                                                                                                .id(),
                                                                                                        Map
                                                                                                                .of()),
                                                                                        all))
                                                                .toList()));
    }

    private ConnectionView view(
            Connection connection, Map<String, Kept> kept, List<ProfileProperty> allProperties) {
        return types.find(connection.type())
                .map(type -> view(connection, type, kept, allProperties))
                .orElseGet(() -> viewOfGone(connection));
    }

    /// Nobody can say what its setup means: it is shown with its goals, and can be deleted.
    private static ConnectionView viewOfGone(Connection connection) {
        return new ConnectionView(
                connection,
                ConnectionType.gone(connection.type()),
                Map.of(),
                Set.of(),
                List.of(
                        new Violation(
                                "/typeId",
                                "type-gone",
                                "The connection type '%s' is no longer available, so this connection cannot run."
                                        .formatted(connection.type().value()))));
    }

    private static ConnectionView view(
            Connection connection,
            ConnectionType type,
            Map<String, Kept> kept,
            List<ProfileProperty> allProperties) {
        Target target = type.form().target(connection.setup());
        Map<String, Stamp> here = new HashMap<>();
        Map<String, Target> elsewhere = new HashMap<>();
        kept.forEach(
                (field, secret) -> {
                    if (secret.target().serves(target)) {
                        here.put(field, secret.by());
                    } else {
                        elsewhere.put(field, secret.target());
                    }
                });
        List<Violation> problems =
                new ArrayList<>(
                        type.form()
                                .missing(
                                        connection.setup(),
                                        new SecretsSet(here.keySet(), elsewhere),
                                        "/setup",
                                        "/secrets"));
        problems.addAll(type.form().violations(connection.setup(), "/setup"));
        problems.addAll(goalProblems(connection, allProperties));
        return new ConnectionView(connection, type, here, elsewhere.keySet(), problems);
    }

    /// A goal that is switched off may be as incomplete as it likes.
    private static List<Violation> goalProblems(
            Connection connection, List<ProfileProperty> allProperties) {
        List<Violation> problems = new ArrayList<>();
        if (connection.goals().stream().noneMatch(Goal::enabled)) {
            problems.add(
                    new Violation("/goals", "required", "Switch on at least one goal to run."));
        }
        for (int i = 0; i < connection.goals().size(); i++) {
            if (connection.goals().get(i) instanceof ImportGoal goal && goal.enabled()) {
                problems.addAll(GoalCheck.problems(goal, allProperties, "/goals/" + i));
            }
        }
        return problems;
    }
}
