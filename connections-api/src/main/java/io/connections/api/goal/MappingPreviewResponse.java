package io.connections.api.goal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.application.goal.PreviewMapping;
import io.connections.application.goal.PreviewMapping.PreviewedRecord;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.MappingPreview;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "MappingPreview")
public record MappingPreviewResponse(List<MappedRecordJson> records) {
    static MappingPreviewResponse of(List<PreviewedRecord> records) {
        return new MappingPreviewResponse(records.stream().map(MappedRecordJson::of).toList());
    }

    @Schema(name = "RecordOutcome")
    public enum Outcome {
        WOULD_MATCH,
        WOULD_CHANGE_NOTHING,
        WOULD_CREATE,
        NO_MATCH,
        FILTERED,
        REJECTED,
        HELD_BACK;

        static Outcome of(Disposition disposition) {
            return switch (disposition) {
                case CREATED -> WOULD_CREATE;
                case UPDATED -> WOULD_MATCH;
                case UNCHANGED -> WOULD_CHANGE_NOTHING;
                case SKIPPED_WITHOUT_MATCH -> NO_MATCH;
                case SKIPPED_FOR_CONSENT -> HELD_BACK;
                case FILTERED -> FILTERED;
                case REJECTED -> REJECTED;
            };
        }
    }

    /// @param rows in the goal's order
    /// @param outcome absent while the goal is incomplete
    /// @param reason why it would be rejected or held back
    @Schema(name = "MappedRecord")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MappedRecordJson(
            long number, List<Row> rows, @Nullable Outcome outcome, @Nullable String reason) {
        static MappedRecordJson of(PreviewedRecord record) {
            return new MappedRecordJson(
                    record.number(),
                    record.rows().stream().map(Row::of).toList(),
                    record.outcome().map(each -> Outcome.of(each.disposition())).orElse(null),
                    record.outcome().flatMap(PreviewMapping.Outcome::reason).orElse(null));
        }
    }

    /// @param steps the values after each processor
    /// @param result what the property would be offered
    @Schema(name = "MappedRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(List<List<String>> steps, List<String> result, @Nullable RowProblem problem) {
        static Row of(MappingPreview.Row row) {
            return new Row(
                    row.steps(),
                    row.result(),
                    row.problem()
                            .map(problem -> new RowProblem(problem.code(), problem.message()))
                            .orElse(null));
        }
    }

    @Schema(name = "MappedRowProblem")
    public record RowProblem(String code, String message) {}
}
