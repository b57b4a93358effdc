package io.connections.api.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.application.connection.port.ConnectorFailed.Reason;
import io.connections.application.connection.port.TestReport;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param pins what the test learnt for the setup's pinned fields: compare, then save them
@Schema(name = "TestReport")
public record TestReportResponse(boolean passed, List<Step> steps, Map<String, String> pins) {
    static TestReportResponse of(TestReport report) {
        return new TestReportResponse(
                report.passed(), report.steps().stream().map(Step::of).toList(), report.pins());
    }

    @Schema(name = "TestOutcome")
    public enum Outcome {
        PASSED,
        FAILED,
        NOT_REACHED
    }

    /// @param id `resolve`, `connect`, `host-key`, `sign-in`, `list-folder`
    /// @param note of a step that passed: what was found
    /// @param reason of a step that failed, as `message`, `remedy` and `technical` are
    /// @param technical the words of the protocol or library
    @Schema(name = "TestStep")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Step(
            String id,
            Outcome outcome,
            @Nullable String note,
            @Nullable Reason reason,
            @Nullable String message,
            @Nullable String remedy,
            @Nullable String technical) {
        static Step of(TestReport.Step step) {
            String id = step.id();
            return switch (step.outcome()) {
                case TestReport.Outcome.Passed(String note) ->
                        new Step(id, Outcome.PASSED, note, null, null, null, null);
                case TestReport.Outcome.Failed(
                                Reason reason,
                                String message,
                                String remedy,
                                String technical) ->
                        new Step(id, Outcome.FAILED, null, reason, message, remedy, technical);
                case TestReport.Outcome.NotReached() ->
                        new Step(id, Outcome.NOT_REACHED, null, null, null, null, null);
            };
        }
    }
}
