package io.connections.application.overview;

import io.connections.application.run.request.RunState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /// Every combination there can be: so few that a store can ask each for its status and its
    /// outcome, and needs no rule of its own.
    public static List<ConnectionFacts> all() {
        return BOTH.stream()
                .flatMap(
                        complete ->
                                Stream.concat(Stream.of(Optional.<LastRun>empty()), lastRuns())
                                        .map(run -> new ConnectionFacts(complete, run)))
                .toList();
    }

    private static final List<Boolean> BOTH = List.of(false, true);

    private static Stream<Optional<LastRun>> lastRuns() {
        return Stream.of(RunState.values())
                .flatMap(state -> BOTH.stream().flatMap(person -> lastRuns(state, person)));
    }

    private static Stream<Optional<LastRun>> lastRuns(RunState state, boolean needsAPerson) {
        return Stream.of(Rejects.values())
                .map(rejects -> Optional.of(new LastRun(state, needsAPerson, rejects)));
    }
}
