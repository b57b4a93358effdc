package io.connections.adapters.persistence.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/// Removes what profiles still have of deleted properties, a piece per transaction. May be cut off
/// anywhere and begun again. Raises the profiles' versions, so that a run in hand decides again.
public final class ForgottenProperties {
    private static final int PIECE = 5_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DataSource dataSource;

    public ForgottenProperties(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void remove() {
        try (Connection connection = dataSource.getConnection()) {
            for (int property : forgotten(connection)) {
                removeIdentifiers(property, connection);
                removeValues(property, connection);
                try (PreparedStatement done =
                        connection.prepareStatement(
                                "delete from forgotten_property where number = ?")) {
                    done.setInt(1, property);
                    done.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw SqlFailures.unexpected(e);
        }
    }

    private static List<Integer> forgotten(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement(
                                "select number from forgotten_property order by number");
                ResultSet rows = statement.executeQuery()) {
            List<Integer> properties = new ArrayList<>();
            while (rows.next()) {
                properties.add(rows.getInt(1));
            }
            return properties;
        }
    }

    private static void removeIdentifiers(int property, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        delete from profile_identifier where property = ? and value in (
                          select value from profile_identifier where property = ? limit ?)
                        """)) {
            statement.setInt(1, property);
            statement.setInt(2, property);
            statement.setInt(3, PIECE);
            while (statement.executeUpdate() > 0) {}
        }
    }

    private static void removeValues(int property, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        with piece as (select id from profile where id > ? order by id limit ?),
                          cleaned as (
                            update profile p set properties = p.properties - ?,
                              version = p.version + 1, modified_at = now()
                            from piece where p.id = piece.id
                              and jsonb_exists(p.properties, ?))
                        select id from piece order by id desc limit 1
                        """)) {
            statement.setInt(2, PIECE);
            statement.setString(3, String.valueOf(property));
            statement.setString(4, String.valueOf(property));
            boolean more = true;
            UUID behind = BEFORE_ALL;
            while (more) {
                statement.setObject(1, behind);
                try (ResultSet last = statement.executeQuery()) {
                    more = last.next();
                    behind = more ? last.getObject(1, UUID.class) : behind;
                }
            }
        }
    }
}
