package io.connections.application.connection.port;

import java.util.List;
import java.util.Map;

/// What *Test connection* found, step by step, in the order tried.
///
/// @param pins values of the setup form's pinned fields that the test learnt (`hostKey`); only
///     those not yet pinned
public record TestReport(List<Step> steps, Map<String, String> pins) {
    public TestReport {
        steps = List.copyOf(steps);
        pins = Map.copyOf(pins);
    }

    public boolean passed() {
        return steps.stream().allMatch(step -> step.outcome() instanceof Outcome.Passed);
    }

    /// @param id stable: `resolve`, `connect`, `host-key`, `sign-in`, `list-folder`
    public record Step(String id, Outcome outcome) {}

    public sealed interface Outcome {
        /// @param note what was found: the address, the fingerprint, the number of files
        record Passed(String note) implements Outcome {}

        /// @param technical the words of the protocol or library, for the fold; never a secret
        record Failed(
                ConnectorFailed.Reason reason, String message, String remedy, String technical)
                implements Outcome {}

        /// An earlier step failed.
        record NotReached() implements Outcome {}
    }
}
