package io.connections.adapters.persistence.run;

import io.connections.adapters.persistence.connection.GoalDocuments;
import io.connections.adapters.persistence.profile.StoredPropertyType;
import io.connections.adapters.secrets.SecretCipher;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.Connector;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.Connectors;
import io.connections.application.run.port.RecordSource;
import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSources;
import io.connections.application.run.port.RecordSources.Original;
import io.connections.application.run.port.RunSetups;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.SecretsSet;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.catalog.Target;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.goal.Goal;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.kernel.Secret;
import io.connections.domain.kernel.Violation;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import io.connections.domain.run.Trigger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

@Singleton
public final class PostgresRunSetups implements RunSetups {
    private final DataSource dataSource;
    private final GoalDocuments documents;
    private final SecretCipher cipher;
    private final ConnectionTypes types;
    private final Connectors connectors;
    private final RecordSources sources;

    @Inject
    public PostgresRunSetups(
            DataSource dataSource,
            GoalDocuments documents,
            SecretCipher cipher,
            ConnectionTypes types,
            Connectors connectors,
            RecordSources sources) {
        this.dataSource = dataSource;
        this.documents = documents;
        this.cipher = cipher;
        this.types = types;
        this.connectors = connectors;
        this.sources = sources;
    }

    @Override
    public RunSetup load(Run.Order order) throws SetupGone {
        try (Connection connection = dataSource.getConnection()) {
            return saved(order, connection);
        } catch (SQLException e) {
            throw SqlFailures.unexpected(e);
        }
    }

    private RunSetup saved(Run.Order order, Connection connection) throws SQLException, SetupGone {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select c.type_id, v.document->>'setup', v.document->>'goals',
                          coalesce(v.document->>'objectives', '[]')
                        from connection c join connection_version v on v.connection_id = c.id
                        where c.id = ? and v.version = ?
                        """)) {
            statement.setObject(1, order.connection().value());
            statement.setLong(2, order.connectionVersion().number());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SetupGone("The connection was deleted.");
                }
                ConnectionType type = type(row.getString(1));
                SetupValues setup = new SetupValues(documents.setup(row.getString(2)));
                RunAccess access = access(order.connection(), type, setup, connection);
                return new Saved(
                        order.id(),
                        order.trigger(),
                        connector(type),
                        access,
                        documents.goals(row.getString(3)),
                        SettingsOfConsent.read(documents.objectives(row.getString(4)), connection));
            }
        }
    }

    private ConnectionType type(String id) throws SetupGone {
        return types.find(new ConnectionTypeId(id))
                .orElseThrow(
                        () ->
                                new SetupGone(
                                        "The connection type “%s” is not installed."
                                                .formatted(id)));
    }

    private Connector.Files connector(ConnectionType type) throws SetupGone {
        return connectors
                .find(type.connector())
                .filter(Connector.Files.class::isInstance)
                .map(Connector.Files.class::cast)
                .orElseThrow(
                        () ->
                                new SetupGone(
                                        "The connection type “%s” cannot read files."
                                                .formatted(type.name())));
    }

    // A run keeps the setup it began with; a secret given since for another target is not for it.
    private RunAccess access(
            ConnectionId id, ConnectionType type, SetupValues setup, Connection connection)
            throws SQLException {
        Target target = type.form().target(setup);
        Map<String, Secret> here = new HashMap<>();
        Map<String, Target> elsewhere = new HashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select field, ciphertext, target from secret where connection_id = ?")) {
            statement.setObject(1, id.value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String field = rows.getString(1);
                    Target given = new Target(documents.setup(rows.getString(3)));
                    if (given.serves(target)) {
                        here.put(field, cipher.decrypt(id, field, rows.getBytes(2)));
                    } else {
                        elsewhere.put(field, given);
                    }
                }
            }
        }
        return new RunAccess(
                new Access(setup, here),
                type
                        .form()
                        .missing(
                                setup,
                                new SecretsSet(here.keySet(), elsewhere),
                                "/setup",
                                "/secrets")
                        .stream()
                        .filter(_ -> !elsewhere.isEmpty())
                        .findFirst());
    }

    /// @param wrong why the other system cannot be reached with it
    private record RunAccess(Access access, Optional<Violation> wrong) {
        Access usable() throws ConnectorFailed {
            if (wrong.isPresent()) {
                throw new ConnectorFailed(
                        ConnectorFailed.Reason.SETUP_INCOMPLETE,
                        wrong.get().message(),
                        "Start a new run: this one keeps to the setup it began with.");
            }
            return access;
        }
    }

    private final class Saved implements RunSetup {
        private final RunId run;
        private final Trigger trigger;
        private final Connector.Files connector;
        private final RunAccess access;
        private final List<Goal> goals;
        private final RunConsent consent;

        Saved(
                RunId run,
                Trigger trigger,
                Connector.Files connector,
                RunAccess access,
                List<Goal> goals,
                RunConsent consent) {
            this.run = run;
            this.trigger = trigger;
            this.connector = connector;
            this.access = access;
            this.goals = goals;
            this.consent = consent;
        }

        @Override
        public Optional<ImportGoal> goal(GoalId id) {
            return goals.stream()
                    .filter(goal -> goal.id().equals(id))
                    .filter(ImportGoal.class::isInstance)
                    .map(ImportGoal.class::cast)
                    .findFirst();
        }

        @Override
        public RunConsent consent() {
            return consent;
        }

        @Override
        public RecordSource open(ImportGoal goal) throws ConnectorFailed {
            return switch (trigger) {
                case Trigger.Manual _ -> sources.files(connector, access.usable(), goal.source());
                case Trigger.Replay(RunId of, _, _) ->
                        sources.mended(StoredUpload.of(dataSource, run), originals(of, goal.id()));
            };
        }

        private List<Original> originals(RunId of, GoalId goal) throws ConnectorFailed {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement =
                            connection.prepareStatement(
                                    """
                                    select f.path, l.number, l.layout
                                    from run_goal g
                                    join run_file f using (run_id, ordinal)
                                    join lateral (
                                      select 0 as number, f.layout
                                      union all
                                      select number, layout from run_layout
                                      where run_id = f.run_id and ordinal = f.ordinal
                                        and part = f.part) l on l.layout is not null
                                    where g.run_id = ? and g.goal_id = ?
                                    order by f.part, l.number
                                    """)) {
                statement.setObject(1, of.value());
                statement.setObject(2, goal.value());
                List<Original> originals = new ArrayList<>();
                // A folder of 30,000 files has a few layouts.
                Map<String, Layout> layouts = new HashMap<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        originals.add(
                                new Original(
                                        row.getString(1),
                                        row.getLong(2),
                                        layouts.computeIfAbsent(row.getString(3), Layouts::read)));
                    }
                }
                if (!originals.isEmpty()) {
                    return originals;
                }
            } catch (SQLException e) {
                throw SqlFailures.unexpected(e);
            }
            throw new ConnectorFailed(
                    ConnectorFailed.Reason.FILE_MISSING,
                    "The run that is mended has read no file for this goal.",
                    "Put the mended records into a file of the source and run the connection.");
        }
    }

    @Override
    public List<StoredProperty> properties() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select * from profile_property");
                ResultSet rows = statement.executeQuery()) {
            List<StoredProperty> properties = new ArrayList<>();
            while (rows.next()) {
                properties.add(
                        new StoredProperty(
                                new ProfileProperty(
                                        new PropertyId(rows.getString("id")),
                                        rows.getInt("number"),
                                        rows.getString("name"),
                                        StoredPropertyType.read(
                                                rows.getString("type"),
                                                List.of(
                                                        (String[])
                                                                rows.getArray("choices")
                                                                        .getArray())),
                                        rows.getBoolean("identifier"),
                                        rows.getBoolean("pii")),
                                rows.getBoolean("multi_valued")));
            }
            return properties;
        } catch (SQLException e) {
            throw SqlFailures.unexpected(e);
        }
    }
}
