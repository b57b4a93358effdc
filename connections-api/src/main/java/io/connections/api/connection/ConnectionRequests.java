package io.connections.api.connection;

import io.connections.api.catalog.SetupJson;
import io.connections.api.catalog.SetupValue;
import io.connections.api.channel.ScopeJson;
import io.connections.api.goal.GoalJson;
import io.connections.application.connection.UnsavedSetup;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the connection resource takes. Every member may be missing: what must be there is said as
/// problems with their places.
public final class ConnectionRequests {
    private ConnectionRequests() {}

    /// @param editRoles who may change it, besides administrators; none: everybody who may change
    ///     connections
    /// @param scope on which pages it is active; absent: on all channels
    /// @param objectives ids of those whose consent it needs
    @Schema(
            name = "CreateConnectionRequest",
            requiredProperties = {"typeId", "name"})
    public record Create(
            @Nullable String typeId,
            @Nullable String name,
            @Schema(defaultValue = "") @Nullable String description,
            @Schema(defaultValue = "{}", additionalProperties = SetupValue.class)
                    @Nullable Map<String, @Nullable Object> setup,
            @Schema(defaultValue = "[]") @Nullable List<GoalJson> goals,
            @Schema(defaultValue = "[]") @Nullable List<@Nullable RoleJson> editRoles,
            @Nullable ScopeJson scope,
            @Schema(defaultValue = "[]") @Nullable List<@Nullable String> objectives) {}

    /// @param editRoles who may change it, besides administrators; none: everybody who may change
    ///     connections; absent: as it is
    /// @param scope on which pages it is active; absent: as it is
    /// @param objectives ids of those whose consent it needs; absent: as it is
    @Schema(
            name = "SaveConnectionRequest",
            requiredProperties = {"name"})
    public record Save(
            @Nullable String name,
            @Schema(defaultValue = "") @Nullable String description,
            @Schema(defaultValue = "{}", additionalProperties = SetupValue.class)
                    @Nullable Map<String, @Nullable Object> setup,
            @Schema(defaultValue = "[]") @Nullable List<GoalJson> goals,
            @Schema(
                            description =
                                    "Who may change it, besides administrators. Empty: everybody who"
                                            + " may change connections. Absent: as it is.")
                    @Nullable List<@Nullable RoleJson> editRoles,
            @Nullable ScopeJson scope,
            @Schema(description = "Ids of the objectives whose consent it needs. Absent: as it is.")
                    @Nullable List<@Nullable String> objectives) {}

    /// @param withSecrets whether the secrets come along; absent: they do not
    /// @param unsaved what is to stand in the copy; absent: what is saved
    @Schema(
            name = "CopyConnectionRequest",
            requiredProperties = {"name"},
            examples = "{\"name\":\"Customers of the second shop\",\"withSecrets\":false}")
    public record Copy(
            @Nullable String name, @Nullable Boolean withSecrets, @Nullable Unsaved unsaved) {}

    /// @param editRoles who may change the copy; absent: as of the original. Those of the original
    ///     count as not chosen where they would shut out whoever copies
    /// @param scope on which pages the copy is active; absent: as the original
    /// @param objectives absent: as of the original
    @Schema(name = "UnsavedContent")
    public record Unsaved(
            @Nullable String description,
            @Nullable Map<String, @Nullable Object> setup,
            @Nullable List<GoalJson> goals,
            @Nullable List<@Nullable RoleJson> editRoles,
            @Nullable ScopeJson scope,
            @Nullable List<@Nullable String> objectives) {}

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
            @Schema(additionalProperties = SetupValue.class)
                    @Nullable Map<String, @Nullable Object> setup,
            @Nullable Map<String, @Nullable String> secrets) {
        public static final Test NOTHING = new Test(null, null);

        public UnsavedSetup unsaved() {
            return SetupJson.unsaved(setup, secrets);
        }

        @Override
        public String toString() {
            return "Test[***]";
        }
    }
}
