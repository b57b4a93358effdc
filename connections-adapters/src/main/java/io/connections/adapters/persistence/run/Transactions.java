package io.connections.adapters.persistence.run;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Work that is done whole or not at all.
final class Transactions {
    private final DataSource dataSource;

    Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    interface Work<T> {
        T in(Sql sql) throws SQLException;
    }

    <T> T run(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(new Sql(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw SqlFailures.unexpected(e);
        }
    }

    /// As [#run], without waiting until it is on the disk: for what is done again, or not missed,
    /// when the database loses its last half second. What is committed later is on the disk later.
    <T> T runSoon(Work<T> work) {
        return run(
                sql -> {
                    sql.update("set local synchronous_commit = off");
                    return work.in(sql);
                });
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException _) {
            // The connection is gone, and with it the transaction.
        }
    }
}
