package io.connections.api.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.kernel.Paging;
import io.connections.api.label.LabelRefResponse;
import io.connections.api.run.RunSummaryResponse;
import io.connections.application.overview.Attention;
import io.connections.application.overview.ConnectionStatus;
import io.connections.application.overview.ListConnections.Listed;
import io.connections.application.overview.ListedConnection;
import io.connections.application.overview.OverviewRow;
import io.connections.application.overview.SummarizeConnection;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionType.Direction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param labels by name
/// @param favorite whether whoever asks has starred it
/// @param lastRun the newest run; absent: it has never run
/// @param mayEdit whether whoever asks may change it
/// @param attention absent: nobody has to look after it
/// @param namesakes how many other connections have this name; only where one is asked for
@Schema(name = "ConnectionSummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionSummaryResponse(
        UUID id,
        String name,
        String description,
        TypeSummary type,
        Direction direction,
        boolean on,
        ConnectionStatus status,
        List<LabelRefResponse> labels,
        boolean favorite,
        @Nullable RunSummaryResponse lastRun,
        Instant createdAt,
        String createdBy,
        Instant modifiedAt,
        String modifiedBy,
        boolean mayEdit,
        @Nullable AttentionResponse attention,
        @Nullable Integer namesakes) {

    @Schema(name = "ConnectionTypeSummary")
    public record TypeSummary(String id, String name, String logo, String vendor) {}

    static ConnectionSummaryResponse of(ListedConnection listed) {
        return of(listed, null);
    }

    static ConnectionSummaryResponse of(SummarizeConnection.Summary summary) {
        return of(summary.listed(), summary.namesakes());
    }

    private static ConnectionSummaryResponse of(
            ListedConnection listed, @Nullable Integer namesakes) {
        OverviewRow row = listed.row();
        return new ConnectionSummaryResponse(
                row.id().value(),
                row.name(),
                row.description(),
                type(listed),
                row.direction(),
                row.on(),
                listed.status(),
                row.labels().stream()
                        .map(
                                label ->
                                        new LabelRefResponse(
                                                label.id().value(), label.name().value()))
                        .toList(),
                listed.favorite(),
                listed.lastRun().map(RunSummaryResponse::of).orElse(null),
                row.created().at(),
                row.created().by(),
                row.modified().at(),
                row.modified().by(),
                listed.mayEdit(),
                AttentionResponse.of(row),
                namesakes);
    }

    /// Why it needs somebody. What the newest run failed at or rejected stands in `lastRun`.
    ///
    /// @param problem the first thing that keeps it from running, with a pointer into the
    ///     connection to where it is mended
    @Schema(name = "ConnectionAttention")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttentionResponse(Attention reason, @Nullable Problem problem) {
        @Schema(name = "ConnectionAttentionProblem")
        public record Problem(String pointer, String code, String message) {}

        static @Nullable AttentionResponse of(OverviewRow row) {
            return row.attention()
                    .map(
                            reason ->
                                    new AttentionResponse(
                                            reason,
                                            row.problem()
                                                    .map(
                                                            one ->
                                                                    new Problem(
                                                                            one.pointer(),
                                                                            one.code(),
                                                                            one.message()))
                                                    .orElse(null)))
                    .orElse(null);
        }
    }

    private static TypeSummary type(ListedConnection listed) {
        OverviewRow row = listed.row();
        return new TypeSummary(
                row.type().value(),
                row.typeName(),
                listed.type().map(ConnectionType::logo).orElse(""),
                listed.type().map(ConnectionType::vendor).orElse(""));
    }

    /// @param total of the filter, on whichever page
    @Schema(name = "ConnectionPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(List<ConnectionSummaryResponse> items, int total, @Nullable String next) {
        static Items of(Listed listed, Paging paging) {
            return new Items(
                    listed.page().items().stream().map(ConnectionSummaryResponse::of).toList(),
                    listed.total(),
                    paging.next(listed.page()).orElse(null));
        }
    }
}
