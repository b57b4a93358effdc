package io.connections.api.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.channel.ScopeJson;
import io.connections.api.goal.GoalApiMapper;
import io.connections.api.goal.GoalJson;
import io.connections.api.goal.ObjectiveIds;
import io.connections.api.kernel.Paging;
import io.connections.application.connection.version.SavedVersion;
import io.connections.application.kernel.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param setup each value as text, as it was kept then: the type's form may be another by now
@Schema(name = "ConnectionVersion")
public record ConnectionVersionResponse(
        long version,
        Instant savedAt,
        String savedBy,
        String name,
        String description,
        Map<String, String> setup,
        List<GoalJson> goals,
        List<RoleJson> editRoles,
        ScopeJson scope,
        List<String> objectives) {

    public static ConnectionVersionResponse of(SavedVersion saved) {
        return new ConnectionVersionResponse(
                saved.version().number(),
                saved.saved().at(),
                saved.saved().by(),
                saved.content().name(),
                saved.content().description(),
                saved.content().setup().values(),
                saved.content().goals().stream().map(GoalApiMapper::json).toList(),
                RoleJson.of(saved.content().editRights()),
                ScopeJson.of(saved.content().scope()),
                ObjectiveIds.of(saved.content().objectives()));
    }

    @Schema(name = "ConnectionVersionItems")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(List<ConnectionVersionResponse> items, @Nullable String next) {
        static Items of(Page<SavedVersion> page, Paging paging) {
            return new Items(
                    page.items().stream().map(ConnectionVersionResponse::of).toList(),
                    paging.next(page).orElse(null));
        }
    }
}
