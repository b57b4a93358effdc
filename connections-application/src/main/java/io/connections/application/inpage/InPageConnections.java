package io.connections.application.inpage;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.consent.CurrentConsentRules;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.connection.Connection;
import io.connections.domain.consent.ConsentRules;
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
    private final CurrentConsentRules consent;
    private final PropertyRepository properties;

    public InPageConnections(
            ConnectionTypes types,
            ConnectionRepository connections,
            CurrentConsentRules consent,
            PropertyRepository properties) {
        this.types = types;
        this.connections = connections;
        this.consent = consent;
        this.properties = properties;
    }

    /// Those that are switched on and complete. Inside a unit of work.
    public Uni<List<InPageConnection>> working() {
        return switchedOn()
                .chain(
                        found ->
                                found.isEmpty()
                                        ? Uni.createFrom().item(List.of())
                                        : rules().map(rules -> ready(found, rules)));
    }

    /// The same, for whoever has the rules at hand.
    public Uni<List<InPageConnection>> working(Rules rules) {
        return switchedOn().map(found -> ready(found, rules));
    }

    /// What connections are judged by. Inside a unit of work.
    public Uni<Rules> rules() {
        return consent.read().chain(rules -> properties.list().map(all -> new Rules(rules, all)));
    }

    /// @param properties all that there are
    public record Rules(ConsentRules consent, List<ProfileProperty> properties) {
        public Rules {
            properties = List.copyOf(properties);
        }
    }

    private Uni<List<Connection>> switchedOn() {
        return connections.switchedOn(
                types.list().stream()
                        .filter(type -> type.mode() == ConnectionType.Mode.IN_PAGE)
                        .map(ConnectionType::id)
                        .toList());
    }

    private static List<InPageConnection> ready(List<Connection> found, Rules rules) {
        return found.stream()
                .flatMap(
                        each ->
                                InPageConnection.of(
                                        each,
                                        rules.properties(),
                                        rules.consent().gate(each.objectives()))
                                        .stream())
                .toList();
    }
}
