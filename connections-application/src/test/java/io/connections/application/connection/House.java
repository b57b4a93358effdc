package io.connections.application.connection;

import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.row;

import io.connections.application.audit.port.RecordingAuditTrail;
import io.connections.application.catalog.port.InMemoryConnectionTypes;
import io.connections.application.catalog.port.InMemoryInstalledTypes;
import io.connections.application.channel.port.InMemoryChannelRepository;
import io.connections.application.channel.port.InMemoryChannelUses;
import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.connection.port.InMemoryFiles;
import io.connections.application.connection.port.InMemorySecretVault;
import io.connections.application.consent.port.InMemoryObjectiveRepository;
import io.connections.application.consent.port.InMemoryPrivacySettingsRepository;
import io.connections.application.favorite.port.InMemoryFavorites;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.port.BlockingOutsideCalls;
import io.connections.application.kernel.port.CountedIds;
import io.connections.application.kernel.port.InMemoryIdempotencyKeys;
import io.connections.application.kernel.port.InMemoryKnownObjects;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.label.Labelling;
import io.connections.application.label.port.InMemoryLabelRepository;
import io.connections.application.profile.port.InMemoryPropertyRepository;
import io.connections.application.profile.port.InMemoryPropertyUses;
import io.connections.application.profile.port.PropertyRepository.NewProperty;
import io.connections.application.run.request.RunSummary.Cause;
import io.connections.application.run.request.port.InMemoryRuns;
import io.connections.application.run.request.port.RunQueue.NewGoal;
import io.connections.application.run.request.port.RunQueue.NewRun;
import io.connections.domain.catalog.Target;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionFixtures.ConnectionBuilder;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.kernel.Secret;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.run.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that connections and their runs are kept in, in memory, with one property to match
/// by.
public final class House {
    public final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    public final InMemorySecretVault vault = new InMemorySecretVault();
    public final InMemoryPropertyRepository properties = new InMemoryPropertyRepository();
    public final InMemoryRuns runs = new InMemoryRuns(connections);
    public final InMemoryIdempotencyKeys keys = new InMemoryIdempotencyKeys();
    public final InMemoryConnectionTypes types = new InMemoryConnectionTypes();
    public final InMemoryInstalledTypes installed = new InMemoryInstalledTypes(connections);
    public final InMemoryFiles files = new InMemoryFiles();
    public final InMemoryPropertyUses uses = new InMemoryPropertyUses(connections, runs);
    public final BlockingOutsideCalls calls = new BlockingOutsideCalls();
    public final CountedIds ids = new CountedIds();
    public final InMemoryKnownObjects known =
            new InMemoryKnownObjects(
                    List.of(this::knownConnections, this::knownProperties, this::knownChannels));
    public final InMemoryLabelRepository labels = new InMemoryLabelRepository(known);
    public final InMemoryObjectiveRepository objectives = new InMemoryObjectiveRepository();
    public final InMemoryPrivacySettingsRepository privacySettings =
            new InMemoryPrivacySettingsRepository(PrivacySettings.of(Regime.OPT_IN, Map.of()));
    public final InMemoryChannelRepository channels = new InMemoryChannelRepository(labels);
    public final InMemoryFavorites favorites = new InMemoryFavorites(known);
    public final RecordingAuditTrail trail = new RecordingAuditTrail();
    public final InMemoryUnitOfWork unitOfWork =
            new InMemoryUnitOfWork(
                    connections,
                    vault,
                    properties,
                    runs,
                    keys,
                    known,
                    labels,
                    channels,
                    favorites,
                    installed,
                    trail);
    public final ConnectionViews views =
            new ConnectionViews(
                    types, vault, properties, labels, favorites, connections, channels, objectives);
    public final ObjectiveLinks links = new ObjectiveLinks(objectives);
    public final ChosenChannels chosen = new ChosenChannels(channels);
    public final InMemoryChannelUses channelUses = new InMemoryChannelUses(connections::all);
    public final Accesses accesses = new Accesses(connections, types, files, vault);
    public final ProfileProperty email =
            properties
                    .add(
                            List.of(
                                    new NewProperty(
                                            new PropertyId("email"),
                                            "E-mail",
                                            new PropertyType.Email(),
                                            true,
                                            true)))
                    .await()
                    .indefinitely()
                    .getFirst();

    /// The use case, for those that build on it.
    public SaveConnection saveConnection(Instant at) {
        return new SaveConnection(
                unitOfWork, connections, types, views, chosen, vault, links, () -> at, trail);
    }

    /// The use case, for those that build on it.
    public CreateConnection createConnection(Instant at) {
        return new CreateConnection(
                unitOfWork,
                keys,
                connections,
                types,
                installed,
                views,
                links,
                chosen,
                ids,
                () -> at,
                trail);
    }

    /// The use case, for those that build on it.
    public LabelConnection labelConnection() {
        return new LabelConnection(unitOfWork, known, connections, labelling());
    }

    public Labelling labelling() {
        return new Labelling(labels, trail, ids, () -> Instant.EPOCH);
    }

    private Stream<NamedObject> knownConnections() {
        return connections.all().stream()
                .map(
                        one ->
                                new NamedObject(
                                        new ObjectRef(
                                                ObjectKind.CONNECTION, one.id().value().toString()),
                                        one.name()));
    }

    private Stream<NamedObject> knownChannels() {
        return channels.named();
    }

    private Stream<NamedObject> knownProperties() {
        return properties.list().await().indefinitely().stream()
                .map(
                        one ->
                                new NamedObject(
                                        new ObjectRef(
                                                ObjectKind.PROFILE_PROPERTY, one.id().value()),
                                        one.name()));
    }

    public ImportGoal aGoodGoal() {
        return aGoal().matchedBy(email).mapping(row("E-mail", email)).build();
    }

    /// On, and with nothing that keeps it from running.
    public Connection aReadyConnection() {
        Connection ready =
                add(aConnection().with("host", "files.example").with(aGoodGoal()).switchedOn());
        give(ready.id(), "open-sesame");
        return ready;
    }

    /// Queued by hand, with the connection's goals.
    public RunId aRunOf(Connection connection) {
        RunId run = new RunId(ids.next());
        runs.add(
                        new NewRun(
                                run,
                                connection.id(),
                                connection.version(),
                                connection.name(),
                                new Cause(Cause.Kind.MANUAL, Optional.empty(), Optional.empty()),
                                false,
                                connection.goals().stream()
                                        .map(goal -> new NewGoal(goal.id(), goal.name()))
                                        .toList(),
                                NOON))
                .await()
                .indefinitely();
        return run;
    }

    public Connection add(ConnectionBuilder builder) {
        Connection connection = builder.build();
        connections.add(connection).await().indefinitely();
        return connection;
    }

    /// The password, for the host `files.example`.
    public void give(ConnectionId connection, String password) {
        vault.put(
                        connection,
                        "password",
                        new Secret(password),
                        new Target(Map.of("host", "files.example")),
                        new Stamp("Mia", NOON))
                .await()
                .indefinitely();
    }

    public Optional<Connection> find(ConnectionId id) {
        return connections.find(id).await().indefinitely();
    }
}
