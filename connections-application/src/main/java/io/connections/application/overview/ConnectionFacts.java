package io.connections.application.overview;

import io.connections.application.run.request.RunState;
import java.util.Optional;

/// What is stored of a connection for its place in the list.
///
/// @param complete whether nothing is missing
/// @param lastRun absent: it has never run
public record ConnectionFacts(boolean complete, Optional<LastRun> lastRun) {

    /// @param needsAPerson whether its problem is one of [LastRunFact#problemsForAPerson]
    /// @param rejects once it has ended
    public record LastRun(RunState state, boolean needsAPerson, Rejects rejects) {
        boolean rejected() {
            return rejects != Rejects.NONE;
        }
    }

    public ConnectionStatus status() {
        return ConnectionStatus.of(
                complete,
                lastRun.map(run -> LastRunFact.of(run.state(), run.needsAPerson(), run.rejected()))
                        .orElse(LastRunFact.NONE));
    }

    public LastOutcome outcome() {
        return lastRun.map(run -> LastOutcome.of(run.state(), run.rejected()))
                .orElse(LastOutcome.NEVER_RAN);
    }
}
