package io.connections.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.kernel.Paging;
import io.connections.application.kernel.Page;
import io.connections.application.run.request.LogLine;
import io.connections.application.run.request.RejectedRecord;
import io.connections.domain.goal.Disposition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The lists that belong to a run.
final class RunPartsResponse {
    private RunPartsResponse() {}

    @Schema(name = "RunRatePoint")
    public record RatePointResponse(Instant at, long records, double recordsPerSecond) {}

    @Schema(name = "RunRate")
    public record Rate(List<RatePointResponse> points) {}

    @Schema(name = "RunLogLine")
    public record LogLineResponse(Instant at, LogLine.Level level, String message) {}

    @Schema(name = "RunLog")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Log(List<LogLineResponse> items, @Nullable String next) {
        static Log of(Page<LogLine> page, Paging paging) {
            return new Log(
                    page.items().stream()
                            .map(
                                    line ->
                                            new LogLineResponse(
                                                    line.at(), line.level(), line.message()))
                            .toList(),
                    paging.next(page).orElse(null));
        }
    }

    @Schema(name = "TouchedProfile")
    public record TouchedResponse(
            UUID profileId, Disposition disposition, Instant at, String label, boolean deleted) {}

    @Schema(name = "TouchedProfiles")
    public record Touched(List<TouchedResponse> items) {}

    /// @param field absent where no single field is to blame, or where the value was made from none
    /// @param value the value to blame, the beginning of a long one; absent where none is
    @Schema(name = "RejectedRecord")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RejectedResponse(
            long number,
            long line,
            @Nullable String file,
            String reason,
            String message,
            @Nullable String field,
            @Nullable String value,
            String raw) {
        static RejectedResponse of(RejectedRecord record) {
            return new RejectedResponse(
                    record.number(),
                    record.line(),
                    record.file().orElse(null),
                    record.reason(),
                    record.message(),
                    presentOrNull(record.place().field()),
                    presentOrNull(record.place().value()),
                    record.raw());
        }

        private static @Nullable String presentOrNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    @Schema(name = "RejectedRecords")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rejected(List<RejectedResponse> items, @Nullable String next) {
        static Rejected of(Page<RejectedRecord> page, Paging paging) {
            return new Rejected(
                    page.items().stream().map(RejectedResponse::of).toList(),
                    paging.next(page).orElse(null));
        }
    }
}
