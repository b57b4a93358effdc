package io.connections.adapters.persistence.run;

import io.connections.application.run.port.RunSetups.RunConsent;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.consent.Regime;
import io.connections.domain.consent.Zone;
import io.vertx.core.json.JsonArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The objectives and zones as they are when a run takes up its work.
final class SettingsOfConsent {
    private SettingsOfConsent() {}

    static RunConsent read(List<ObjectiveId> linked, Connection connection) throws SQLException {
        List<Objective> objectives = objectives(connection);
        Set<ObjectiveId> ids =
                objectives.stream().map(Objective::id).collect(Collectors.toUnmodifiableSet());
        return new RunConsent(
                linked.isEmpty()
                        ? ConsentGate.forNoObjectives()
                        : ConsentGate.of(zones(connection), linked, objectives),
                ids);
    }

    private static List<Objective> objectives(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement(
                                "select id, name, zones from objective where deleted_at is null");
                ResultSet rows = statement.executeQuery()) {
            List<Objective> objectives = new ArrayList<>();
            while (rows.next()) {
                objectives.add(
                        new Objective(
                                new ObjectiveId(rows.getString(1)),
                                rows.getString(2),
                                new JsonArray(rows.getString(3))
                                        .stream()
                                                .map(code -> new Zone((String) code))
                                                .collect(Collectors.toSet())));
            }
            return objectives;
        }
    }

    private static PrivacySettings zones(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select code, regime from privacy_zone");
                ResultSet rows = statement.executeQuery()) {
            Map<Zone, Regime> regimes = new HashMap<>();
            while (rows.next()) {
                regimes.put(new Zone(rows.getString(1)), Regime.valueOf(rows.getString(2)));
            }
            Regime restOfWorld =
                    Optional.ofNullable(regimes.get(Zone.REST_OF_WORLD))
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "nothing says what holds in the rest of the world"));
            return PrivacySettings.of(restOfWorld, regimes);
        }
    }
}
