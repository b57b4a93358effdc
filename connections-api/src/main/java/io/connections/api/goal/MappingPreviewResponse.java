package io.connections.api.goal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.application.goal.PreviewMapping;
import io.connections.application.goal.PreviewMapping.PreviewedRecord;
import io.connections.application.goal.PreviewMapping.Why;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.ConsentPreview;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.MappingPreview;
import io.connections.domain.goal.SaidConsent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    /// @param consentRows the goal's consent rows, in its order
    /// @param consent what all of them say together
    /// @param outcome absent while the goal is incomplete
    /// @param reason why it would be rejected or held back
    /// @param code of a record that would be rejected, as in a run's rejected records: `bad-value`,
    ///     `consent-unclear` and others
    /// @param heldBack of a record that would be held back
    @Schema(name = "MappedRecord")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MappedRecordJson(
            long number,
            List<Row> rows,
            List<ConsentRow> consentRows,
            Consent consent,
            @Nullable Outcome outcome,
            @Nullable String reason,
            @Nullable String code,
            @Nullable HeldBack heldBack) {
        static MappedRecordJson of(PreviewedRecord record) {
            Optional<Why> why = record.outcome().flatMap(PreviewMapping.Outcome::why);
            return new MappedRecordJson(
                    record.number(),
                    record.rows().stream().map(Row::of).toList(),
                    record.consent().rows().stream().map(ConsentRow::of).toList(),
                    Consent.of(record.consent().said()),
                    record.outcome().map(each -> Outcome.of(each.disposition())).orElse(null),
                    why.map(Why::reason).orElse(null),
                    why.map(each -> each instanceof Why.Rejected rejected ? rejected.code() : null)
                            .orElse(null),
                    why.map(
                                    each ->
                                            each instanceof Why.HeldBack(Verdict.HeldBack verdict)
                                                    ? HeldBack.of(verdict)
                                                    : null)
                            .orElse(null));
        }
    }

    /// @param objectives ids of those that keep the profile from being processed
    @Schema(name = "RecordHeldBack")
    public record HeldBack(Verdict.Rule rule, List<String> objectives) {
        static HeldBack of(Verdict.HeldBack verdict) {
            return new HeldBack(verdict.rule(), ObjectiveIds.of(verdict.objectives()));
        }
    }

    /// What a record says of its person's consent.
    ///
    /// @param granted ids of objectives
    /// @param refused ids of objectives; of two answers to one of them the refusal counts
    /// @param zone code of the privacy legislation
    /// @param statedAt absent: when the run is started
    @Schema(name = "SaidConsent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Consent(
            List<String> granted,
            List<String> refused,
            @Nullable String zone,
            @Nullable Instant statedAt) {
        static Consent of(SaidConsent said) {
            return new Consent(
                    ObjectiveIds.of(said.granted()),
                    ObjectiveIds.of(said.refused()),
                    said.zone().map(Zone::code).orElse(null),
                    said.at().orElse(null));
        }
    }

    /// @param steps the values after each processor
    /// @param says what this row says; nothing where it has a problem
    @Schema(name = "MappedConsentRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConsentRow(List<List<String>> steps, Consent says, @Nullable RowProblem problem) {
        static ConsentRow of(ConsentPreview.Row row) {
            return new ConsentRow(
                    row.steps(),
                    Consent.of(row.said()),
                    row.problem().map(RowProblem::of).orElse(null));
        }
    }

    /// @param steps the values after each processor
    /// @param result what the property would be offered
    @Schema(name = "MappedRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(List<List<String>> steps, List<String> result, @Nullable RowProblem problem) {
        static Row of(MappingPreview.Row row) {
            return new Row(
                    row.steps(), row.result(), row.problem().map(RowProblem::of).orElse(null));
        }
    }

    @Schema(name = "MappedRowProblem")
    public record RowProblem(String code, String message) {
        static RowProblem of(MappingPreview.Problem problem) {
            return new RowProblem(problem.code(), problem.message());
        }
    }
}
