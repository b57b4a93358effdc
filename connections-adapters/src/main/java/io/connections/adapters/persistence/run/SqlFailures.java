package io.connections.adapters.persistence.run;

import io.connections.application.run.port.StoreFailed;
import io.connections.application.run.port.StoreUnavailable;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What PostgreSQL's states (Appendix A of its manual) mean to the engine.
final class SqlFailures {
    private SqlFailures() {}

    /// Somebody else was quicker: unique violation, serialization failure, deadlock.
    static boolean conflict(SQLException e) {
        String state = state(e);
        return state.equals("23505") || state.equals("40001") || state.equals("40P01");
    }

    /// Connection lost (08), out of resources (53), shut down or cancelled by the operator (57),
    /// input or output error (58), read-only after a fail-over (25006).
    static boolean passing(SQLException e) {
        String state = state(e);
        return state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.equals("25006");
    }

    /// Bad data (22), a check (23), or a limit such as an index row that is too large (54).
    static boolean refused(SQLException e) {
        String state = state(e);
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    static RuntimeException unexpected(SQLException e) {
        return passing(e)
                ? new StoreUnavailable(withoutValues(e))
                : new StoreFailed(described(e), withoutValues(e));
    }

    /// What may be said of a failure: state, constraint, table and column. The server's own text
    /// quotes values of customers, its detail whole rows.
    static String described(SQLException e) {
        StringBuilder said = new StringBuilder("SQLSTATE ").append(state(e));
        answer(e)
                .ifPresent(
                        answer -> {
                            append(said, "constraint", answer.getConstraint());
                            append(said, "table", answer.getTable());
                            append(said, "column", answer.getColumn());
                        });
        return said.toString();
    }

    /// The same failure at the same place, fit for a log. That of a connection that broke keeps its
    /// text: it speaks of the server, never of a row.
    static SQLException withoutValues(SQLException e) {
        Optional<ServerErrorMessage> answer = answer(e);
        if (answer.isEmpty() && passing(e)) {
            return e;
        }
        String text =
                passing(e) ? described(e) + ": " + answer.orElseThrow().getMessage() : described(e);
        SQLException clean = new SQLException(text, e.getSQLState());
        clean.setStackTrace(e.getStackTrace());
        return clean;
    }

    private static Optional<ServerErrorMessage> answer(SQLException e) {
        return e instanceof PSQLException postgres
                ? Optional.ofNullable(postgres.getServerErrorMessage())
                : Optional.empty();
    }

    private static void append(StringBuilder said, String what, @Nullable String name) {
        if (name != null) {
            said.append(", ").append(what).append(' ').append(name);
        }
    }

    private static String state(SQLException e) {
        String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
