package io.connections.adapters.persistence.run;

import io.connections.adapters.persistence.document.Bytes;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// One lane's own connection, with what it has prepared and the buffer it copies from. For one
/// thread at a time.
final class LaneSession implements AutoCloseable {
    private final Connection connection;
    private final CopyManager copies;
    private final Bytes buffer = new Bytes(1 << 17);
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private boolean broken;

    LaneSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    create temporary table if not exists changed_profile (
                      id uuid, version bigint, properties jsonb,
                      privacy boolean, zone text, consent jsonb) on commit delete rows
                    """);
            // A handful of rows against a large table, always: without statistics of the staging
            // table and of arrays the planner would now and then read the large one whole.
            statement.execute("set enable_hashjoin = off; set enable_mergejoin = off");
        }
    }

    /// Each statement by itself, so that nothing is held between two of them.
    void beginReading() throws SQLException {
        connection.setAutoCommit(true);
    }

    void beginWriting() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException _) {
            // The connection is gone, and with it the transaction.
            broken = true;
        }
    }

    PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    interface Rows {
        void writeTo(BinaryCopy copy) throws SQLException;
    }

    void copy(String statement, Rows rows) throws SQLException {
        BinaryCopy copy = new BinaryCopy(copies, statement, buffer);
        try {
            rows.writeTo(copy);
            copy.end();
        } finally {
            copy.cancelIfOpen();
        }
    }

    RuntimeException unexpected(SQLException e) {
        broken = true;
        return SqlFailures.unexpected(e);
    }

    @Override
    public void close() {
        try (connection) {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            if (!broken) {
                connection.setAutoCommit(true);
                try (var statement = connection.createStatement()) {
                    statement.execute("reset enable_hashjoin; reset enable_mergejoin");
                }
            }
        } catch (SQLException _) {
            // Closing is all that was wanted of it.
        }
    }
}
