package io.connections.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.connections.application.run.request.Progress;
import io.connections.application.run.request.RunDetail;
import io.connections.domain.consent.ConsentGate.Verdict.Rule;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.run.RunId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A run with how far it has come: the members of its summary and these.
@Schema(name = "Run")
public record RunResponse(
        @JsonUnwrapped RunSummaryResponse summary,
        ProgressResponse progress,
        List<GoalResponse> goals,
        @Schema(description = "At most 100; of more, those that are not finished come first")
                List<FileResponse> files,
        @Schema(description = "Of all its files") int fileCount,
        boolean resumable,
        List<UUID> replays) {

    static RunResponse of(RunDetail run) {
        return new RunResponse(
                RunSummaryResponse.of(run.summary()),
                ProgressResponse.of(run.progress()),
                run.goals().stream().map(GoalResponse::of).toList(),
                run.files().stream().map(FileResponse::of).toList(),
                run.fileCount(),
                run.resumable(),
                run.replays().stream().map(RunId::value).toList());
    }

    @Schema(name = "RunProgress")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProgressResponse(
            long bytesDone,
            long bytesTotal,
            double share,
            long recordsPerSecond,
            @Nullable Long secondsLeft,
            @Nullable String currentFile) {
        static ProgressResponse of(Progress progress) {
            return new ProgressResponse(
                    progress.bytesDone(),
                    progress.bytesTotal(),
                    progress.share(),
                    progress.recordsPerSecond(),
                    progress.secondsLeft().orElse(null),
                    progress.currentFile().orElse(null));
        }
    }

    @Schema(name = "RunGoal")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GoalResponse(
            UUID goalId,
            String name,
            RunDetail.GoalState state,
            RunSummaryResponse.CountsResponse counts,
            @Schema(
                            description =
                                    "Values that did not fit and were left out, by property, most"
                                            + " first. Their records count as created or updated")
                    List<LeftOutResponse> leftOut,
            @Schema(
                            description =
                                    "Why records were skipped for consent, by rule and objectives,"
                                            + " most first")
                    List<HeldBackResponse> heldBack,
            RunSummaryResponse.@Nullable ProblemResponse problem) {
        static GoalResponse of(RunDetail.Goal goal) {
            return new GoalResponse(
                    goal.id().value(),
                    goal.name(),
                    goal.state(),
                    RunSummaryResponse.CountsResponse.of(goal.counts()),
                    goal.leftOut().stream().map(LeftOutResponse::of).toList(),
                    goal.heldBack().stream().map(HeldBackResponse::of).toList(),
                    goal.problem().map(RunSummaryResponse.ProblemResponse::of).orElse(null));
        }
    }

    @Schema(name = "LeftOutValues")
    public record LeftOutResponse(String property, String name, long values) {
        static LeftOutResponse of(RunDetail.LeftOutValues leftOut) {
            return new LeftOutResponse(
                    leftOut.property().value(), leftOut.name(), leftOut.values());
        }
    }

    /// @param objectives ids of those that kept the profiles from being processed; under
    ///     NOT_GRANTED one consented to would have let a profile through
    @Schema(name = "HeldBackRecords")
    public record HeldBackResponse(Rule rule, List<String> objectives, long records) {
        static HeldBackResponse of(RunDetail.HeldBack heldBack) {
            return new HeldBackResponse(
                    heldBack.rule(),
                    heldBack.objectives().stream().map(ObjectiveId::value).toList(),
                    heldBack.records());
        }
    }

    @Schema(name = "RunFile")
    public record FileResponse(
            String path, long size, Instant modified, RunDetail.FileState state) {
        static FileResponse of(RunDetail.File file) {
            return new FileResponse(file.path(), file.size(), file.modified(), file.state());
        }
    }
}
