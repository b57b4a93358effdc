package io.connections.adapters.persistence.overview;

import io.connections.application.overview.Attention;
import io.connections.application.overview.ConnectionFacts;
import io.connections.application.overview.ConnectionFacts.LastRun;
import io.connections.application.overview.ConnectionStatus;
import io.connections.application.overview.Rejects;
import io.connections.application.run.request.RunState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The stored facts as one text per row, so that a wanted status becomes the list of texts that
/// have it: what follows from which facts is asked of the application. What the text says of a row
/// is the column's expression, see V19.
final class FactsSql {
    private static final List<ConnectionFacts> ALL = ConnectionFacts.all();

    /// Of a row `o` of connection_overview; as [#text] writes them.
    static final String TEXT = "o.facts";

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
                                        rejects(text.charAt(2)))));
    }

    private static Rejects rejects(char letter) {
        return switch (letter) {
            case 'm' -> Rejects.MANY;
            case 'f' -> Rejects.FEW;
            default -> Rejects.NONE;
        };
    }

    private static String letter(Rejects rejects) {
        return switch (rejects) {
            case MANY -> "m";
            case FEW -> "f";
            case NONE -> "-";
        };
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

    /// That a row needs somebody.
    static String attention() {
        return "(o.turned_on and %s = any('{%s}'))"
                .formatted(
                        TEXT,
                        String.join(",", texts(facts -> Attention.of(true, facts).isPresent())));
    }

    /// What hurts most first, of each the newest. A number, so that it can stand in a cursor.
    static String attentionRank() {
        List<Attention> inOrder = List.of(Attention.values());
        return inOrder.stream()
                .map(
                        attention ->
                                " when o.turned_on and %s = any('{%s}') then %d"
                                        .formatted(
                                                TEXT,
                                                String.join(
                                                        ",",
                                                        texts(
                                                                facts ->
                                                                        Attention.of(true, facts)
                                                                                .filter(
                                                                                        attention
                                                                                                ::equals)
                                                                                .isPresent())),
                                                inOrder.indexOf(attention)))
                .collect(
                        Collectors.joining(
                                "",
                                "((case",
                                " else %d end) * 1e11 - extract(epoch from coalesce(o.last_run_ended_at, o.modified_at)))::float8"
                                        .formatted(inOrder.size())));
    }

    private static String text(ConnectionFacts facts) {
        return (facts.complete() ? "c" : "-")
                + facts.lastRun()
                        .map(
                                run ->
                                        (run.needsAPerson() ? "p" : "-")
                                                + letter(run.rejects())
                                                + run.state())
                        .orElse("--");
    }
}
