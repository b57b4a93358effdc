package io.connections.api.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.catalog.SetupJson;
import io.connections.api.catalog.SetupValue;
import io.connections.api.channel.ChannelRefResponse;
import io.connections.api.channel.ScopeJson;
import io.connections.api.goal.GoalApiMapper;
import io.connections.api.goal.GoalJson;
import io.connections.api.goal.ObjectiveIds;
import io.connections.api.label.LabelRefResponse;
import io.connections.application.connection.ConnectionView;
import io.connections.domain.catalog.SetupField;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.kernel.Violation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param secrets by field of the setup form; never what a secret is
/// @param problems what keeps it from running
/// @param labels by name; neither they nor the star belong to the version
/// @param editRoles who may change it, besides administrators; none: everybody who may change
///     connections
/// @param objectives ids of those whose consent it needs
/// @param scope on which pages it is active
/// @param channels those that its scope names, as they are called now
/// @param mayEdit whether whoever asks may change it
/// @param favorite whether whoever asks starred it
@Schema(name = "Connection")
public record ConnectionResponse(
        UUID id,
        long version,
        String typeId,
        String name,
        String description,
        boolean on,
        @Schema(additionalProperties = SetupValue.class) Map<String, Object> setup,
        Map<String, SecretState> secrets,
        List<GoalJson> goals,
        List<RoleJson> editRoles,
        List<String> objectives,
        ScopeJson scope,
        List<ChannelRefResponse> channels,
        boolean mayEdit,
        List<Violation> problems,
        List<LabelRefResponse> labels,
        boolean favorite,
        Instant createdAt,
        String createdBy,
        Instant modifiedAt,
        String modifiedBy) {

    public static ConnectionResponse of(ConnectionView view) {
        Connection connection = view.connection();
        Map<String, SecretState> secrets = new LinkedHashMap<>();
        view.type().setup().stream()
                .filter(SetupField::isSecret)
                .forEach(
                        field ->
                                secrets.put(
                                        field.id(),
                                        SecretState.of(
                                                view.secrets().get(field.id()),
                                                view.secretsElsewhere().contains(field.id()))));
        return new ConnectionResponse(
                connection.id().value(),
                connection.version().number(),
                connection.type().value(),
                connection.name(),
                connection.description(),
                connection.on(),
                SetupJson.of(connection.setup(), view.type()),
                secrets,
                connection.goals().stream().map(GoalApiMapper::json).toList(),
                RoleJson.of(connection.editRights()),
                ObjectiveIds.of(connection.objectives()),
                ScopeJson.of(connection.scope()),
                view.channels().stream().map(ChannelRefResponse::of).toList(),
                view.mayEdit(),
                view.problems(),
                LabelRefResponse.of(view.labels()),
                view.favorite(),
                connection.created().at(),
                connection.created().by(),
                connection.modified().at(),
                connection.modified().by());
    }

    /// @param setElsewhere whether it was given for another target (such as another host), so that
    ///     it has to be given again
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SecretState(
            boolean set, boolean setElsewhere, @Nullable Instant setAt, @Nullable String setBy) {
        static SecretState of(@Nullable Stamp stamp, boolean elsewhere) {
            return stamp == null
                    ? new SecretState(false, elsewhere, null, null)
                    : new SecretState(true, false, stamp.at(), stamp.by());
        }
    }
}
