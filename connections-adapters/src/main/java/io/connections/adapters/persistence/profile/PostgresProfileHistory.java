package io.connections.adapters.persistence.profile;

import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.profile.ProfileEvent;
import io.connections.application.profile.ProfileEvent.By;
import io.connections.application.profile.ProfileEvent.Kind;
import io.connections.application.profile.port.ProfileHistory;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
final class PostgresProfileHistory implements ProfileHistory {
    private final Pool pool;

    PostgresProfileHistory(Pool pool) {
        this.pool = pool;
    }

    private record Found(ProfileEvent event, Cursor place) {}

    @Override
    public Uni<Page<ProfileEvent>> of(ProfileId id, Optional<RunId> run, PageRequest page) {
        Place after = page.after().map(Place::of).orElse(Place.BEFORE_ALL);
        return pool.preparedQuery(
                        """
                        select c.at, c.xid::text, c.seq, c.disposition::text, c.actor,
                          c.run_id, c.record_no, c.before, c.connection_id as page_connection_id,
                          r.number, r.connection_id, r.connection_name, g.name as goal
                        from profile_change c
                        left join run r on r.id = c.run_id
                        left join run_goal g on g.run_id = c.run_id and g.goal_id = c.goal_id
                        where c.profile_id = $1 and ($2::uuid is null or c.run_id = $2)
                          and (c.xid, c.seq) < ($3::text::xid8, $4::int)
                        order by c.xid desc, c.seq desc limit $5
                        """)
                .execute(
                        Tuple.of(
                                id.value(),
                                run.map(RunId::value).orElse(null),
                                after.xid(),
                                after.seq(),
                                page.limit() + 1))
                .map(PostgresProfileHistory::found)
                .map(found -> Page.of(found, page.limit(), Found::place).map(Found::event));
    }

    private static List<Found> found(RowSet<Row> rows) {
        List<Found> found = new ArrayList<>();
        for (Row row : rows) {
            found.add(
                    new Found(
                            new ProfileEvent(
                                    row.getOffsetDateTime("at").toInstant(),
                                    kind(row.getString("disposition")),
                                    by(row),
                                    before(row.getJsonObject("before"))),
                            Cursor.of(row.getString("xid"), row.getInteger("seq").toString())));
        }
        return found;
    }

    private static Kind kind(String letter) {
        return switch (letter) {
            case "C" -> Kind.CREATED;
            case "U" -> Kind.UPDATED;
            case "N" -> Kind.UNCHANGED;
            case "H" -> Kind.HELD_BACK;
            case "W" -> Kind.CLEARED;
            case "D" -> Kind.ERASED;
            default -> throw new IllegalStateException("disposition " + letter);
        };
    }

    private static By by(Row row) {
        String actor = row.getString("actor");
        UUID onPage = row.getUUID("page_connection_id");
        if (onPage != null) {
            return new By.OnPage(new ConnectionId(onPage), actor == null ? "" : actor);
        }
        if (actor != null) {
            return new By.SomeoneNamed(actor);
        }
        if (row.getUUID("connection_id") == null) {
            return new By.Unknown();
        }
        String goal = row.getString("goal");
        return new By.ARun(
                new RunId(row.getUUID("run_id")),
                row.getInteger("number"),
                new ConnectionId(row.getUUID("connection_id")),
                row.getString("connection_name"),
                goal == null ? "" : goal,
                row.getLong("record_no"));
    }

    private static Map<Integer, List<String>> before(@Nullable JsonObject document) {
        return document == null ? Map.of() : ProfileDocument.formerOf(document);
    }

    /// Transactions in the order in which they began, and what each did in its order.
    private record Place(String xid, int seq) {
        static final Place BEFORE_ALL = new Place(Long.toString(Long.MAX_VALUE), Integer.MAX_VALUE);

        static Place of(Cursor cursor) {
            List<String> key = cursor.key();
            try {
                return new Place(
                        Long.toUnsignedString(Long.parseUnsignedLong(key.getFirst())),
                        Integer.parseInt(key.get(1)));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw RequestInvalid.cursor();
            }
        }
    }
}
