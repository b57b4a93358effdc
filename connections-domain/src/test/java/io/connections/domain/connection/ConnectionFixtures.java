package io.connections.domain.connection;

import io.connections.domain.access.Role;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.connection.Connection.Content;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.goal.Goal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Connections in words.
public final class ConnectionFixtures {
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private ConnectionFixtures() {}

    /// Of type `sftp`, made at noon, switched off, with an id of its own.
    public static ConnectionBuilder aConnection() {
        return new ConnectionBuilder();
    }

    public static Content contentOf(Connection connection) {
        return connection.content();
    }

    public static final class ConnectionBuilder {
        private final Map<String, String> setup = new HashMap<>();
        private final List<Goal> goals = new ArrayList<>();
        private ConnectionId id = new ConnectionId(UUID.randomUUID());
        private String name = "Shop customers";
        private String description = "";
        private ConnectionTypeId type = new ConnectionTypeId("sftp");
        private EditRights editRights = EditRights.EVERYBODY;
        private final List<ObjectiveId> objectives = new ArrayList<>();
        private ChannelScope scope = new ChannelScope.Everywhere();
        private boolean on;

        public ConnectionBuilder id(UUID wanted) {
            id = new ConnectionId(wanted);
            return this;
        }

        public ConnectionBuilder of(ConnectionTypeId wanted) {
            type = wanted;
            return this;
        }

        public ConnectionBuilder named(String wanted) {
            name = wanted;
            return this;
        }

        public ConnectionBuilder described(String wanted) {
            description = wanted;
            return this;
        }

        public ConnectionBuilder with(String field, String value) {
            setup.put(field, value);
            return this;
        }

        public ConnectionBuilder with(Goal goal) {
            goals.add(goal);
            return this;
        }

        public ConnectionBuilder editedBy(Role... roles) {
            editRights = EditRights.of(roles);
            return this;
        }

        public ConnectionBuilder activeOn(ChannelScope where) {
            scope = where;
            return this;
        }

        public ConnectionBuilder linkedTo(ObjectiveId... ids) {
            objectives.addAll(List.of(ids));
            return this;
        }

        public ConnectionBuilder switchedOn() {
            on = true;
            return this;
        }

        public Connection build() {
            return Connection.create(
                            id,
                            type,
                            new Content(
                                    name,
                                    description,
                                    new SetupValues(setup),
                                    goals,
                                    editRights,
                                    scope,
                                    objectives),
                            new Stamp("Mia", NOON))
                    .turn(on);
        }
    }
}
