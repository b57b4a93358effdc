package io.connections.api.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.kernel.Paging;
import io.connections.api.label.LabelRefResponse;
import io.connections.api.run.RunSummaryResponse;
import io.connections.application.kernel.Page;
import io.connections.application.overview.ConnectionStatus;
import io.connections.application.overview.ListedConnection;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.connection.Connection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param lastRun the newest run; absent: it has never run
/// @param favorite whether whoever asks starred it
@Schema(name = "ConnectionSummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionSummaryResponse(
        UUID id,
        String name,
        String description,
        TypeSummary type,
        boolean on,
        ConnectionStatus status,
        @Nullable RunSummaryResponse lastRun,
        List<LabelRefResponse> labels,
        boolean favorite,
        Instant createdAt,
        String createdBy,
        Instant modifiedAt,
        String modifiedBy) {

    @Schema(name = "ConnectionTypeSummary")
    public record TypeSummary(String id, String name, String logo, String vendor) {}

    static ConnectionSummaryResponse of(ListedConnection listed) {
        Connection connection = listed.view().connection();
        ConnectionType type = listed.view().type();
        return new ConnectionSummaryResponse(
                connection.id().value(),
                connection.name(),
                connection.description(),
                new TypeSummary(type.id().value(), type.name(), type.logo(), type.vendor()),
                connection.on(),
                listed.status(),
                listed.lastRun().map(RunSummaryResponse::of).orElse(null),
                LabelRefResponse.of(listed.view().labels()),
                listed.view().favorite(),
                connection.created().at(),
                connection.created().by(),
                connection.modified().at(),
                connection.modified().by());
    }

    @Schema(name = "ConnectionPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(List<ConnectionSummaryResponse> items, @Nullable String next) {
        static Items of(Page<ListedConnection> page, Paging paging) {
            return new Items(
                    page.items().stream().map(ConnectionSummaryResponse::of).toList(),
                    paging.next(page).orElse(null));
        }
    }
}
