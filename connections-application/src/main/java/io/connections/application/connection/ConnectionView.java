package io.connections.application.connection;

import io.connections.application.connection.port.ConnectionRepository.Judgement;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.SetupField;
import io.connections.domain.catalog.Target;
import io.connections.domain.channel.Channel;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.kernel.Violation;
import io.connections.domain.label.Label;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A connection as people see it.
///
/// @param secrets of those that are set, when and by whom
/// @param secretsElsewhere those given for another target, which have to be given again
/// @param problems what keeps it from running; pointers into the connection
/// @param channels those that it has chosen, in its order
/// @param labels by name
/// @param favorite of whoever looks
/// @param mayEdit whether whoever looks may change it
public record ConnectionView(
        Connection connection,
        ConnectionType type,
        Map<String, Stamp> secrets,
        Set<String> secretsElsewhere,
        List<Violation> problems,
        List<Channel> channels,
        List<Label> labels,
        boolean favorite,
        boolean mayEdit) {
    public ConnectionView {
        secrets = Map.copyOf(secrets);
        secretsElsewhere = Set.copyOf(secretsElsewhere);
        problems = List.copyOf(problems);
        channels = List.copyOf(channels);
        labels = List.copyOf(labels);
    }

    Judgement judgement() {
        return new Judgement(
                connection.id(), problems.stream().findFirst(), type.name(), type.direction());
    }

    Target target() {
        return type.form().target(connection.setup());
    }

    /// What the page calls a field of the setup.
    String label(String field) {
        return type.form().find(field).map(SetupField::label).orElse(field);
    }

    /// Fails with [SecretFieldUnknown] unless the type has such a secret.
    void requireSecretField(String field) {
        if (type.form().find(field).filter(SetupField::isSecret).isEmpty()) {
            throw new SecretFieldUnknown(field);
        }
    }
}
