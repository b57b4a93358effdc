package io.connections.application.connection.port;

import io.connections.domain.catalog.SetupValues;
import io.connections.domain.kernel.Secret;
import java.util.Map;
import java.util.Optional;

/// All that a connector needs to reach one outside system: the setup form's values, and the secrets
/// by field id.
public record Access(SetupValues setup, Map<String, Secret> secrets) {
    public Access {
        secrets = Map.copyOf(secrets);
    }

    public Optional<Secret> secret(String field) {
        return Optional.ofNullable(secrets.get(field));
    }
}
