package io.connections.adapters.persistence.overview;

import io.connections.application.overview.ConnectionFacts;
import io.connections.application.overview.ConnectionFacts.LastRun;
import io.connections.application.overview.ConnectionStatus;
import io.connections.application.overview.LastRunFact;
import io.connections.application.run.request.RunState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The stored facts as one text per row, so that a wanted status becomes the list of texts that
/// have it: what follows from which facts is asked of the application, never written in SQL.
final class FactsSql {
    private static final List<ConnectionFacts> ALL = ConnectionFacts.all();

    /// Of a row `o` of connection_overview; as [#text] writes them.
    static final String TEXT =
            "(case when o.complete then 'c' else '-' end"
                    + " || case when o.last_run_state = 'FAILED' and o.last_run_problem = any('{"
                    + String.join(",", LastRunFact.problemsForAPerson())
                    + "}') then 'p' else '-' end"
                    + " || case when o.last_run_rejected then 'r' else '-' end"
                    + " || coalesce(o.last_run_state, ''))";

    private FactsSql() {}

    static ConnectionFacts read(String text) {
        String state = text.substring(3);
        return new ConnectionFacts(
                text.charAt(0) == 'c',
                state.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new LastRun(
                                        RunState.valueOf(state),
                                        text.charAt(1) == 'p',
                                        text.charAt(2) == 'r')));
    }

    /// The texts of all facts of which this is true.
    static String[] texts(Predicate<ConnectionFacts> wanted) {
        return ALL.stream().filter(wanted).map(FactsSql::text).toArray(String[]::new);
    }

    /// What a row is sorted by: the place of its status among all.
    static String rank() {
        List<ConnectionStatus> inOrder = List.of(ConnectionStatus.values());
        return inOrder.stream()
                .map(
                        status ->
                                " when %s = any('{%s}') then %d"
                                        .formatted(
                                                TEXT,
                                                String.join(
                                                        ",",
                                                        texts(facts -> facts.status() == status)),
                                                inOrder.indexOf(status)))
                .collect(Collectors.joining("", "(case", " end)"));
    }

    private static String text(ConnectionFacts facts) {
        return (facts.complete() ? "c" : "-")
                + facts.lastRun()
                        .map(
                                run ->
                                        (run.needsAPerson() ? "p" : "-")
                                                + (run.rejected() ? "r" : "-")
                                                + run.state())
                        .orElse("--");
    }
}
