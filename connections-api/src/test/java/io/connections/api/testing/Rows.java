package io.connections.api.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// Writes rows that only a run would write, straight into the service's database, and counts some.
public final class Rows {
    private Rows() {}

    public static void change(String sql, @Nullable Object... parameters) {
        with(sql, parameters, PreparedStatement::executeUpdate);
    }

    /// What the first column of the first row says.
    public static long count(String sql, @Nullable Object... parameters) {
        return with(
                sql,
                parameters,
                statement -> {
                    try (ResultSet row = statement.executeQuery()) {
                        row.next();
                        return row.getLong(1);
                    }
                });
    }

    private static <T> T with(String sql, @Nullable Object[] parameters, Work<T> work) {
        var config = ConfigProvider.getConfig();
        try (Connection connection =
                        DriverManager.getConnection(
                                config.getValue("quarkus.datasource.jdbc.url", String.class),
                                config.getValue("quarkus.datasource.username", String.class),
                                config.getValue("quarkus.datasource.password", String.class));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
