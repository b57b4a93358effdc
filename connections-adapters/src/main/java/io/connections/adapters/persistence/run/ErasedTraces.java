package io.connections.adapters.persistence.run;

import io.connections.domain.profile.PersonalTraces;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/// Looks for people who were erased in rejected records, and takes the content of those that name
/// one, a piece per transaction. May be cut off anywhere and begun again. A mended file that names
/// one is waited for: its run needs it, and leaves none when it has finished. So are runs that were
/// going on when the person was erased: they may reject a record of theirs that they had read.
public final class ErasedTraces {
    private static final int PIECE_IN_PAGES = 1_000;
    private static final int AT_ONCE = 100;
    /// So much of a piece is looked at with the next one: what is looked for may lie across.
    private static final int OVERLAP = 4_096;

    private static final String SAID_INSTEAD =
            "Its content was erased, because it named a person who was erased.";

    private final DataSource dataSource;

    public ErasedTraces(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param searched every rejected record was looked at before
    private record Sought(
            UUID erasure, boolean searched, Set<String> identifiers, PersonalTraces traces) {}

    private record Place(UUID run, int goal, int part, long number) {}

    public void remove() {
        try (Connection connection = dataSource.getConnection()) {
            List<Sought> sought = sought(connection);
            if (sought.isEmpty()) {
                return;
            }
            connection.setAutoCommit(false);
            search(sought.stream().filter(one -> !one.searched()).toList(), connection);
            for (Sought one : sought) {
                if (!isInAMendedFile(one, connection)) {
                    end(one, connection);
                }
                connection.commit();
            }
        } catch (SQLException e) {
            throw SqlFailures.unexpected(e);
        }
    }

    private static void search(List<Sought> sought, Connection connection) throws SQLException {
        if (sought.isEmpty()) {
            return;
        }
        long pages = pages(connection);
        for (long page = 0; page < pages; page += PIECE_IN_PAGES) {
            removePiece(page, sought, connection);
            connection.commit();
        }
        try (PreparedStatement searched =
                connection.prepareStatement(
                        "update erasure set records_searched = true where id = ?")) {
            for (Sought one : sought) {
                searched.setObject(1, one.erasure());
                searched.executeUpdate();
            }
        }
        connection.commit();
    }

    private static List<Sought> sought(Connection connection) throws SQLException {
        record Values(boolean searched, Set<String> identifiers, Set<String> others) {}
        Map<UUID, Values> found = new LinkedHashMap<>();
        try (PreparedStatement statement =
                        connection.prepareStatement(
                                """
                                select e.id, t.value, t.identifier, e.records_searched
                                from (select id, records_searched from erasure e where traces_gone_at is null
                                      and not exists (select from run r
                                        where r.state in ('QUEUED', 'RUNNING') and r.created_at <= e.erased_at)
                                      order by records_searched, id limit ?) e
                                left join erasure_trace t on t.erasure_id = e.id order by e.id
                                """);
                ResultSet rows = executed(statement, AT_ONCE)) {
            while (rows.next()) {
                boolean searched = rows.getBoolean(4);
                Values values =
                        found.computeIfAbsent(
                                rows.getObject(1, UUID.class),
                                _ -> new Values(searched, new HashSet<>(), new HashSet<>()));
                String value = rows.getString(2);
                if (value != null) {
                    (rows.getBoolean(3) ? values.identifiers() : values.others()).add(value);
                }
            }
        }
        List<Sought> sought = new ArrayList<>();
        found.forEach(
                (erasure, values) ->
                        sought.add(
                                new Sought(
                                        erasure,
                                        values.searched(),
                                        values.identifiers(),
                                        new PersonalTraces(
                                                values.identifiers(), values.others()))));
        return sought;
    }

    private static ResultSet executed(PreparedStatement statement, int limit) throws SQLException {
        statement.setInt(1, limit);
        return statement.executeQuery();
    }

    private static long pages(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement(
                                """
                                select pg_relation_size('rejected_record')
                                  / current_setting('block_size')::int
                                """);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /// The database only says where to look; which text names whom is decided by the domain.
    private static void removePiece(long page, List<Sought> sought, Connection connection)
            throws SQLException {
        Map<Place, Set<UUID>> named = new LinkedHashMap<>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select run_id, ordinal, part, number, raw, value, message
                        from rejected_record
                        where ctid >= ?::tid and ctid < ?::tid and erased_at is null
                          and exists (
                            select 1 from unnest(?::text[]) v
                            where position(v in raw) > 0 or position(v in lower(raw)) > 0
                              or position(v in lower(value)) > 0
                              or position(v in lower(message)) > 0)
                        """)) {
            statement.setString(1, "(%d,0)".formatted(page));
            statement.setString(2, "(%d,0)".formatted(page + PIECE_IN_PAGES));
            statement.setArray(3, written(sought, connection));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String text =
                            rows.getString(5) + "\n" + rows.getString(6) + "\n" + rows.getString(7);
                    for (Sought one : sought) {
                        if (one.traces().isIn(text)) {
                            named.computeIfAbsent(place(rows), _ -> new HashSet<>())
                                    .add(one.erasure());
                        }
                    }
                }
            }
        }
        clear(named, connection);
    }

    private static Place place(ResultSet rows) throws SQLException {
        return new Place(
                rows.getObject(1, UUID.class), rows.getInt(2), rows.getInt(3), rows.getLong(4));
    }

    /// Each identifier as it is stored, and in small letters.
    private static Array written(List<Sought> sought, Connection connection) throws SQLException {
        Set<String> all = new HashSet<>();
        for (Sought one : sought) {
            for (String identifier : one.identifiers()) {
                all.add(identifier);
                all.add(identifier.toLowerCase(Locale.ROOT));
            }
        }
        return connection.createArrayOf("text", all.toArray());
    }

    private static void clear(Map<Place, Set<UUID>> named, Connection connection)
            throws SQLException {
        try (PreparedStatement clear =
                        connection.prepareStatement(
                                """
                                update rejected_record
                                set raw = '', value = '', message = ?, erased_at = now()
                                where run_id = ? and ordinal = ? and part = ? and number = ?
                                  and erased_at is null
                                """);
                PreparedStatement count =
                        connection.prepareStatement(
                                """
                                update erasure set rejected_records = rejected_records + 1
                                where id = ?
                                """)) {
            for (Map.Entry<Place, Set<UUID>> each : named.entrySet()) {
                Place place = each.getKey();
                clear.setString(1, SAID_INSTEAD);
                clear.setObject(2, place.run());
                clear.setInt(3, place.goal());
                clear.setInt(4, place.part());
                clear.setLong(5, place.number());
                if (clear.executeUpdate() > 0) {
                    for (UUID erasure : each.getValue()) {
                        count.setObject(1, erasure);
                        count.executeUpdate();
                    }
                }
            }
        }
    }

    private static boolean isInAMendedFile(Sought one, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select run_id, bytes from replay_file order by run_id, piece")) {
            statement.setFetchSize(1);
            try (ResultSet pieces = statement.executeQuery()) {
                UUID run = null;
                String end = "";
                while (pieces.next()) {
                    UUID of = pieces.getObject(1, UUID.class);
                    String text =
                            (of.equals(run) ? end : "")
                                    + new String(pieces.getBytes(2), StandardCharsets.UTF_8);
                    if (one.traces().isIn(text)) {
                        return true;
                    }
                    run = of;
                    end = text.substring(Math.max(0, text.length() - OVERLAP));
                }
                return false;
            }
        }
    }

    private static void end(Sought one, Connection connection) throws SQLException {
        try (PreparedStatement forget =
                        connection.prepareStatement(
                                "delete from erasure_trace where erasure_id = ?");
                PreparedStatement end =
                        connection.prepareStatement(
                                "update erasure set traces_gone_at = now() where id = ?")) {
            forget.setObject(1, one.erasure());
            forget.executeUpdate();
            end.setObject(1, one.erasure());
            end.executeUpdate();
        }
    }
}
