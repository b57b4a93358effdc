package io.connections.api.connection;

import io.connections.api.goal.GoalJson;
import java.util.List;
import java.util.Map;
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

    /// @param setup values that are not saved yet; they stand in for the saved ones
    /// @param secrets likewise, by field
    @Schema(name = "TestConnectionRequest")
    public record Test(
            @Nullable Map<String, @Nullable Object> setup, @Nullable Map<String, String> secrets) {
        @Override
        public String toString() {
            return "Test[***]";
        }
    }
}
