package io.connections.application.run.port;

import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.connection.port.InMemoryFiles;
import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.consent.port.PrivacySettingsRepository;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.connection.Connection;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.Objective;
import io.connections.domain.goal.GoalId;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.kernel.Secret;
import io.connections.domain.run.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Connections in memory to files in memory, with a password that signs in.
public final class InMemoryRunSetups implements RunSetups {
    private final InMemoryConnectionRepository connections;
    private final PropertyRepository properties;
    private final InMemoryFiles files;
    private final ObjectiveRepository objectives;
    private final PrivacySettingsRepository settings;

    public InMemoryRunSetups(
            InMemoryConnectionRepository connections,
            PropertyRepository properties,
            InMemoryFiles files,
            ObjectiveRepository objectives,
            PrivacySettingsRepository settings) {
        this.connections = connections;
        this.properties = properties;
        this.files = files;
        this.objectives = objectives;
        this.settings = settings;
    }

    @Override
    public RunSetup load(Run.Order order) throws SetupGone {
        return connections
                .asOf(order.connection(), order.connectionVersion())
                .map(Saved::new)
                .orElseThrow(() -> new SetupGone("The connection was deleted."));
    }

    @Override
    public List<StoredProperty> properties() {
        return properties.list().await().indefinitely().stream()
                .map(property -> new StoredProperty(property, false))
                .toList();
    }

    private final class Saved implements RunSetup {
        private final Connection connection;

        private Saved(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Optional<ImportGoal> goal(GoalId id) {
            return connection.goals().stream()
                    .filter(goal -> goal.id().equals(id))
                    .map(ImportGoal.class::cast)
                    .findFirst();
        }

        @Override
        public RunConsent consent() {
            List<Objective> all =
                    objectives.all().await().indefinitely().stream()
                            .map(SavedObjective::objective)
                            .toList();
            return new RunConsent(
                    ConsentGate.of(
                            settings.get().await().indefinitely().settings(),
                            connection.objectives(),
                            all),
                    all.stream().map(Objective::id).collect(Collectors.toSet()));
        }

        @Override
        public RecordSource open(ImportGoal goal) throws ConnectorFailed {
            Access access =
                    new Access(connection.setup(), Map.of("password", new Secret("open-sesame")));
            return new InMemoryRecordSources().files(files, access, goal.source());
        }
    }
}
