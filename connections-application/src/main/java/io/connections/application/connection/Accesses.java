package io.connections.application.connection;

import io.connections.application.catalog.ConnectionTypeNotFound;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.Connector;
import io.connections.application.connection.port.Connectors;
import io.connections.application.connection.port.SecretVault;
import io.connections.application.connection.port.SecretVault.Kept;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.SecretsSet;
import io.connections.domain.catalog.SetupForm;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.catalog.Target;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Secret;
import io.connections.domain.kernel.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts together what a connector needs to reach the other system, from what is saved and what is
/// not saved yet.
@Singleton
public final class Accesses {
    private final ConnectionRepository connections;
    private final ConnectionTypes types;
    private final Connectors connectors;
    private final SecretVault vault;

    Accesses(
            ConnectionRepository connections,
            ConnectionTypes types,
            Connectors connectors,
            SecretVault vault) {
        this.connections = connections;
        this.types = types;
        this.connectors = connectors;
        this.vault = vault;
    }

    /// A connector with all that it needs. To be used outside a unit of work.
    public record Reachable(Connector connector, Access access) {
        /// For the goals that read files.
        public Connector.Files files() {
            if (connector instanceof Connector.Files files) {
                return files;
            }
            throw new IllegalStateException(
                    "the connector '%s' has no files".formatted(connector.kind()));
        }
    }

    /// Of a saved connection. Inside a unit of work.
    ///
    /// Fails with [ConnectionNotFound], and with [RequestInvalid] naming each field that is wrong
    /// or missing.
    public Uni<Reachable> of(ConnectionId id, UnsavedSetup unsaved) {
        return connections.get(id).chain(connection -> of(connection, unsaved));
    }

    private Uni<Reachable> of(Connection connection, UnsavedSetup unsaved) {
        ConnectionType type = type(connection.type());
        SetupValues setup = unsaved.setup().orElse(connection.setup());
        ConnectionId id = connection.id();
        return vault.kept(List.of(id))
                .map(kept -> targets(kept.getOrDefault(id, Map.of())))
                .chain(
                        kept ->
                                vault.reveal(id, type.form().target(setup))
                                        .map(
                                                saved ->
                                                        reachable(
                                                                type, setup, kept, saved,
                                                                unsaved)));
    }

    /// Of a connection that nobody has saved.
    ///
    /// @throws ConnectionTypeNotFound when no such type is installed
    /// @throws RequestInvalid naming each field that is wrong or missing
    Reachable of(ConnectionTypeId type, UnsavedSetup unsaved) {
        return reachable(
                type(type), unsaved.setup().orElse(SetupValues.NONE), Map.of(), Map.of(), unsaved);
    }

    private static Map<String, Target> targets(Map<String, Kept> kept) {
        Map<String, Target> targets = new HashMap<>();
        kept.forEach((field, secret) -> targets.put(field, secret.target()));
        return targets;
    }

    /// @param kept of all secrets in the vault, what they were given for
    /// @param saved those of them that serve this setup's target
    private Reachable reachable(
            ConnectionType type,
            SetupValues setup,
            Map<String, Target> kept,
            Map<String, Secret> saved,
            UnsavedSetup unsaved) {
        Map<String, Secret> secrets = new HashMap<>(saved);
        secrets.putAll(unsaved.secrets());
        SetupForm form = type.form();
        List<Violation> violations = new ArrayList<>(form.violations(setup, "/setup"));
        unsaved.secrets()
                .forEach(
                        (field, secret) ->
                                violations.addAll(
                                        form.secretViolations(field, secret, "/secrets")));
        violations.addAll(
                form.missing(setup, new SecretsSet(secrets.keySet(), kept), "/setup", "/secrets"));
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
        return new Reachable(
                connectors
                        .find(type.connector())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no connector '%s' for connection type %s"
                                                        .formatted(
                                                                type.connector(),
                                                                type.id().value()))),
                new Access(form.kept(setup), secrets));
    }

    private ConnectionType type(ConnectionTypeId id) {
        return types.find(id).orElseThrow(() -> new ConnectionTypeNotFound(id));
    }
}
