package io.connections.application.inpage;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.application.consent.port.PrivacySettingsRepository;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.connection.Connection;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.inpage.InPageConnection;
import io.connections.domain.profile.ProfileProperty;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// Those that the website tag runs, as they are saved now.
@Singleton
public final class InPageConnections {
    private final ConnectionTypes types;
    private final ConnectionRepository connections;
    private final ObjectiveRepository objectives;
    private final PrivacySettingsRepository settings;
    private final PropertyRepository properties;

    public InPageConnections(
            ConnectionTypes types,
            ConnectionRepository connections,
            ObjectiveRepository objectives,
            PrivacySettingsRepository settings,
            PropertyRepository properties) {
        this.types = types;
        this.connections = connections;
        this.objectives = objectives;
        this.settings = settings;
        this.properties = properties;
    }

    /// Those that are switched on and complete. Inside a unit of work.
    public Uni<List<InPageConnection>> working() {
        List<ConnectionTypeId> inPage =
                types.list().stream()
                        .filter(type -> type.mode() == ConnectionType.Mode.IN_PAGE)
                        .map(ConnectionType::id)
                        .toList();
        return connections
                .switchedOn(inPage)
                .chain(
                        found ->
                                found.isEmpty()
                                        ? Uni.createFrom().item(List.of())
                                        : withRules(found));
    }

    private Uni<List<InPageConnection>> withRules(List<Connection> found) {
        return objectives
                .all()
                .map(all -> all.stream().map(SavedObjective::objective).toList())
                .chain(
                        known ->
                                settings.get()
                                        .chain(
                                                saved ->
                                                        properties
                                                                .list()
                                                                .map(
                                                                        all ->
                                                                                ready(
                                                                                        found,
                                                                                        known,
                                                                                        saved
                                                                                                .settings(),
                                                                                        all))));
    }

    private static List<InPageConnection> ready(
            List<Connection> found,
            List<Objective> objectives,
            PrivacySettings settings,
            List<ProfileProperty> properties) {
        return found.stream()
                .flatMap(
                        each ->
                                InPageConnection.of(
                                        each,
                                        properties,
                                        ConsentGate.of(settings, each.objectives(), objectives))
                                        .stream())
                .toList();
    }
}
