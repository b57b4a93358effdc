package io.connections.adapters.persistence.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/// Removes what profiles and the ledger still have of deleted properties, a piece per transaction.
/// May be cut off anywhere and begun again. Raises the profiles' versions, so that a run in hand
/// decides again.
public final class ForgottenProperties {
    private static final int PIECE = 5_000;
    /// Of the ledger, about 60,000 rows.
    private static final int PIECE_IN_PAGES = 1_000;

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
                // Behind the values: an edit that met one has left it in the ledger.
                removeFormerValues(property, connection);
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

    /// A row that remembered nothing else remembers nothing; an empty document would say that the
    /// record changed something.
    private static void removeFormerValues(int property, Connection connection)
            throws SQLException {
        for (Map.Entry<String, Long> partition : ledger(connection).entrySet()) {
            try (PreparedStatement statement =
                    connection.prepareStatement(
                            """
                            update %s set before = nullif(before - ?, '{}')
                            where ctid >= ?::tid and ctid < ?::tid and jsonb_exists(before, ?)
                            """
                                    .formatted(partition.getKey()))) {
                statement.setString(1, String.valueOf(property));
                statement.setString(4, String.valueOf(property));
                // What is rewritten lands behind the last page, and has been cleaned.
                for (long page = 0; page < partition.getValue(); page += PIECE_IN_PAGES) {
                    statement.setString(2, "(%d,0)".formatted(page));
                    statement.setString(3, "(%d,0)".formatted(page + PIECE_IN_PAGES));
                    statement.executeUpdate();
                }
            }
        }
    }

    /// The ledger's partitions, as SQL names them, with how many pages they have.
    private static Map<String, Long> ledger(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement(
                                """
                                select relid::text,
                                  pg_relation_size(relid) / current_setting('block_size')::int
                                from pg_partition_tree('profile_change') where isleaf
                                """);
                ResultSet rows = statement.executeQuery()) {
            Map<String, Long> partitions = new HashMap<>();
            while (rows.next()) {
                partitions.put(rows.getString(1), rows.getLong(2));
            }
            return partitions;
        }
    }
}
