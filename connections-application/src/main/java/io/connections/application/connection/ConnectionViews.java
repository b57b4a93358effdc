package io.connections.application.connection;

import io.connections.application.catalog.ConnectionTypeNotFound;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.connection.port.SecretVault;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.kernel.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Joins a connection with what is known about it elsewhere.
@Singleton
public final class ConnectionViews {
    private final ConnectionTypes types;
    private final SecretVault vault;

    ConnectionViews(ConnectionTypes types, SecretVault vault) {
        this.types = types;
        this.vault = vault;
    }

    /// Inside a unit of work.
    public Uni<ConnectionView> of(Connection connection) {
        return of(List.of(connection)).map(List::getFirst);
    }

    Uni<List<ConnectionView>> of(List<Connection> connections) {
        return vault.stamps(connections.stream().map(Connection::id).toList())
                .map(
                        stamps ->
                                connections.stream()
                                        .map(
                                                connection ->
                                                        view(
                                                                connection,
                                                                stamps.getOrDefault(
                                                                        connection.id(), Map.of())))
                                        .toList());
    }

    private ConnectionView view(Connection connection, Map<String, Stamp> secrets) {
        ConnectionType type =
                types.find(connection.type())
                        .orElseThrow(() -> new ConnectionTypeNotFound(connection.type()));
        List<Violation> problems =
                new ArrayList<>(
                        type.form()
                                .missing(
                                        connection.setup(),
                                        secrets.keySet(),
                                        "/setup",
                                        "/secrets"));
        problems.addAll(type.form().violations(connection.setup(), "/setup"));
        return new ConnectionView(connection, type, secrets, problems);
    }
}
