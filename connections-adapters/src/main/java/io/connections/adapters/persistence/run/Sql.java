package io.connections.adapters.persistence.run;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One connection's statements, without ceremony.
record Sql(Connection connection) {
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @CanIgnoreReturnValue
    int update(String statement, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = prepare(statement, parameters)) {
            return prepared.executeUpdate();
        }
    }

    @CanIgnoreReturnValue
    boolean exists(String query, Object... parameters) throws SQLException {
        return find(_ -> true, query, parameters).isPresent();
    }

    <T> Optional<T> find(Reader<T> reader, String query, Object... parameters) throws SQLException {
        return list(reader, query, parameters).stream().findFirst();
    }

    <T> List<T> list(Reader<T> reader, String query, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = prepare(query, parameters);
                ResultSet rows = prepared.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        }
    }

    private PreparedStatement prepare(String statement, Object... parameters) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            switch (parameter) {
                case String text -> prepared.setString(i + 1, StoredText.of(text));
                case Optional<?> text ->
                        prepared.setString(
                                i + 1, text.map(String::valueOf).map(StoredText::of).orElse(null));
                default -> prepared.setObject(i + 1, parameter);
            }
        }
        return prepared;
    }
}
