package io.connections.application.overview;

import io.connections.application.overview.ConnectionFacts.LastRun;
import io.connections.application.run.request.RunState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class ConnectionFactsFixtures {
    private static final List<Boolean> BOTH = List.of(false, true);

    private ConnectionFactsFixtures() {}

    /// Every combination there can be.
    static List<ConnectionFacts> all() {
        return BOTH.stream()
                .flatMap(
                        complete ->
                                Stream.concat(Stream.of(Optional.<LastRun>empty()), lastRuns())
                                        .map(run -> new ConnectionFacts(complete, run)))
                .toList();
    }

    private static Stream<Optional<LastRun>> lastRuns() {
        return Stream.of(RunState.values())
                .flatMap(state -> BOTH.stream().flatMap(person -> lastRuns(state, person)));
    }

    private static Stream<Optional<LastRun>> lastRuns(RunState state, boolean needsAPerson) {
        return Stream.of(Rejects.values())
                .map(rejects -> Optional.of(new LastRun(state, needsAPerson, rejects)));
    }
}
