package io.connections.api.connection;

import io.connections.api.catalog.SetupJson;
import io.connections.api.goal.GoalJson;
import io.connections.application.connection.UnsavedSetup;
import io.connections.domain.kernel.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the connection resource takes. Every member may be missing: what must be there is said as
/// problems with their places.
public final class ConnectionRequests {
    private ConnectionRequests() {}

    @Schema(
            name = "CreateConnectionRequest",
            requiredProperties = {"typeId", "name"})
    public record Create(
            @Nullable String typeId,
            @Nullable String name,
            @Nullable String description,
            @Nullable Map<String, @Nullable Object> setup,
            @Nullable List<GoalJson> goals) {}

    @Schema(
            name = "SaveConnectionRequest",
            requiredProperties = {"name"})
    public record Save(
            @Nullable String name,
            @Nullable String description,
            @Nullable Map<String, @Nullable Object> setup,
            @Nullable List<GoalJson> goals) {}

    @Schema(
            name = "SwitchConnectionRequest",
            requiredProperties = {"on"})
    public record Switch(@Nullable Boolean on) {}

    /// It never prints itself: requests end up in logs.
    @Schema(
            name = "SetSecretRequest",
            requiredProperties = {"value"})
    public record SecretValue(@Nullable String value) {
        @Override
        public String toString() {
            return "SecretValue[***]";
        }
    }

    /// @param setup the whole form, so that a field left out is empty; absent: as saved
    /// @param secrets those typed in, by field; the others are as saved
    @Schema(name = "TestConnectionRequest")
    public record Test(
            @Nullable Map<String, @Nullable Object> setup,
            @Nullable Map<String, @Nullable String> secrets) {
        public static final Test NOTHING = new Test(null, null);

        public UnsavedSetup unsaved() {
            return unsavedSetup(setup, secrets);
        }

        @Override
        public String toString() {
            return "Test[***]";
        }
    }

    /// Null and absent secrets alike are as saved.
    public static UnsavedSetup unsavedSetup(
            @Nullable Map<String, @Nullable Object> setup,
            @Nullable Map<String, @Nullable String> secrets) {
        Map<String, Secret> typed = new LinkedHashMap<>();
        if (secrets != null) {
            secrets.forEach(
                    (field, value) -> {
                        if (value != null) {
                            typed.put(field, new Secret(value));
                        }
                    });
        }
        return new UnsavedSetup(Optional.ofNullable(setup).map(SetupJson::read), typed);
    }
}
