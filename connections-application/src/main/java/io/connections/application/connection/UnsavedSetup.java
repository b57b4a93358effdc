package io.connections.application.connection;

import io.connections.domain.catalog.SetupValues;
import io.connections.domain.kernel.Secret;
import java.util.Map;
import java.util.Optional;

/// What stands in the setup form and is not saved yet.
///
/// @param setup the whole form, so that a field left out is empty; absent: as saved
/// @param secrets those typed in, by field; the others are as saved
public record UnsavedSetup(Optional<SetupValues> setup, Map<String, Secret> secrets) {
    public UnsavedSetup {
        secrets = Map.copyOf(secrets);
    }
}
