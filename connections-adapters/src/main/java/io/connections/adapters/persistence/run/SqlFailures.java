package io.connections.adapters.persistence.run;

import io.connections.application.run.port.StoreUnavailable;
import java.sql.SQLException;

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
                ? new StoreUnavailable(e)
                : new IllegalStateException("PostgreSQL answered " + state(e), e);
    }

    private static String state(SQLException e) {
        String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
