package io.connections.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.kernel.Paging;
import io.connections.application.kernel.Page;
import io.connections.application.run.request.RunState;
import io.connections.application.run.request.RunSummary;
import io.connections.domain.goal.Counts;
import io.connections.domain.run.RunProblem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RunSummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunSummaryResponse(
        UUID id,
        int number,
        UUID connectionId,
        String connectionName,
        RunState state,
        TriggerResponse trigger,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        CountsResponse counts,
        @Nullable ProblemResponse problem) {

    public static RunSummaryResponse of(RunSummary run) {
        return new RunSummaryResponse(
                run.id().value(),
                run.number(),
                run.connection().value(),
                run.connectionName(),
                run.state(),
                new TriggerResponse(
                        run.cause().kind(),
                        run.cause().by().orElse(null),
                        run.cause().of().map(of -> of.value()).orElse(null)),
                run.created(),
                run.started().orElse(null),
                run.ended().orElse(null),
                CountsResponse.of(run.counts()),
                run.problem().map(ProblemResponse::of).orElse(null));
    }

    @Schema(name = "RunTrigger")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TriggerResponse(
            RunSummary.Cause.Kind kind, @Nullable String by, @Nullable UUID ofRun) {}

    @Schema(name = "RunProblem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProblemResponse(
            String code, String message, String remedy, @Nullable String technical) {
        static ProblemResponse of(RunProblem problem) {
            return new ProblemResponse(
                    problem.code(),
                    problem.message(),
                    problem.remedy(),
                    problem.technical().orElse(null));
        }
    }

    /// `read` is the sum of the others, always.
    @Schema(name = "Counts")
    public record CountsResponse(
            long read,
            long created,
            long updated,
            long unchanged,
            long skippedForConsent,
            long skippedWithoutMatch,
            long filtered,
            long rejected) {
        static CountsResponse of(Counts counts) {
            return new CountsResponse(
                    counts.read(),
                    counts.created(),
                    counts.updated(),
                    counts.unchanged(),
                    counts.skippedForConsent(),
                    counts.skippedWithoutMatch(),
                    counts.filtered(),
                    counts.rejected());
        }
    }

    @Schema(name = "RunPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(List<RunSummaryResponse> items, @Nullable String next) {
        static Items of(Page<RunSummary> page, Paging paging) {
            return new Items(
                    page.items().stream().map(RunSummaryResponse::of).toList(),
                    paging.next(page).orElse(null));
        }
    }
}
