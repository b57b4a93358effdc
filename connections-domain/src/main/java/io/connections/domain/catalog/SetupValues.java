package io.connections.domain.catalog;

import java.util.Map;
import java.util.Optional;

/// What a person filled into the type's setup form, by field id, secrets excluded.
public record SetupValues(Map<String, String> values) {
    public static final SetupValues NONE = new SetupValues(Map.of());

    public SetupValues {
        values = Map.copyOf(values);
    }

    public Optional<String> find(String field) {
        return Optional.ofNullable(values.get(field));
    }
}
