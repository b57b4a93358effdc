package io.connections.adapters.persistence.overview;

import io.connections.application.overview.Overview;
import io.connections.application.overview.OverviewRow;
import io.connections.application.overview.port.ConnectionReadings;
import io.connections.domain.connection.ConnectionId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Holds all rows, and reads before each answer what has changed since the answer before.
@Singleton
final class PostgresConnectionReadings implements ConnectionReadings {
    /// So many rows are in the air at once, however many there are to read.
    private static final int BATCH = 1000;

    /// Less than what is gone is remembered for, see V20.
    private static final Duration MEMORY = Duration.ofDays(1);

    private static final String BEGINNING = "0";
    private static final UUID FIRST = new UUID(0, 0);

    /// Whoever is still changing something when this is read is in what is read from there the next
    /// time.
    private static final String NEWS =
            """
            select pg_snapshot_xmin(pg_current_snapshot())::text as open, now() as at,
              exists (select from connection_overview where changed_by >= $1::text::xid8) as changed,
              array(select connection_id from connection_overview_gone
                where gone_by >= $1::text::xid8) as gone
            """;

    private static final String CHANGED =
            """
            select c.id, c.name, c.description, c.type_id, c.turned_on, c.created_at, c.created_by,
              c.modified_at, c.modified_by, c.edit_roles, o.type_name, o.direction, o.complete,
              o.problem_pointer, o.problem_code, o.problem_message, o.labels, o.last_run_at,
              o.last_run_ended_at, o.last_run_state, o.last_run_problem, o.last_run_read,
              o.last_run_rejects, c.objectives,
              jsonb_path_query_array(c.scope, '$.channels[*].channel') as channels
            from connection_overview o join connection c on c.id = o.connection_id
            where o.changed_by >= $1::text::xid8 and o.connection_id > $2
            order by o.connection_id limit $3
            """;

    /// A database that was restored into another server counts its transactions anew.
    private static final String OF_ANOTHER_SERVER =
            """
            update connection_overview set changed_by = pg_current_xact_id()
            where changed_by > pg_snapshot_xmax(pg_current_snapshot())
            """;

    private final Pool pool;
    private final OverviewRows rows;
    private final Duration memory;
    private final SharedAnswers<Overview> answers = new SharedAnswers<>(this::refreshed);
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    @Inject
    PostgresConnectionReadings(Pool pool, OverviewRows rows) {
        this(pool, rows, MEMORY);
    }

    PostgresConnectionReadings(Pool pool, OverviewRows rows, Duration memory) {
        this.pool = pool;
        this.rows = rows;
        this.memory = memory;
    }

    /// @param open the oldest transaction that may not be in it
    private record Known(Overview overview, String open, OffsetDateTime at) {}

    private record News(String open, OffsetDateTime at, boolean changed, List<ConnectionId> gone) {}

    @Override
    public Uni<Overview> all() {
        return answers.next();
    }

    @Override
    public Uni<Set<ConnectionId>> starredBy(String person) {
        return pool.preparedQuery(
                        "select object_id::uuid as id from favorite"
                                + " where user_id = $1 and kind = 'CONNECTION'")
                .execute(Tuple.of(person))
                .map(
                        found ->
                                rows(found)
                                        .map(row -> new ConnectionId(row.getUUID("id")))
                                        .collect(Collectors.toSet()));
    }

    /// One at a time: what was read later is put in later.
    private Uni<Overview> refreshed() {
        return Optional.ofNullable(known.get())
                .map(before -> news(before.open()).chain(news -> after(before, news)))
                .orElseGet(this::fromTheBeginning)
                .invoke(known::set)
                .map(Known::overview);
    }

    private Uni<Known> fromTheBeginning() {
        return pool.query(OF_ANOTHER_SERVER)
                .execute()
                .chain(() -> news(BEGINNING))
                .chain(
                        news ->
                                changed(Overview.EMPTY, BEGINNING, FIRST)
                                        .map(all -> new Known(all, news.open(), news.at())));
    }

    private Uni<Known> after(Known before, News news) {
        if (news.at().isAfter(before.at().plus(memory))) {
            return fromTheBeginning();
        }
        Overview remaining = before.overview().with(List.of(), news.gone());
        Uni<Overview> after =
                news.changed()
                        ? changed(remaining, before.open(), FIRST)
                        : Uni.createFrom().item(remaining);
        return after.map(overview -> new Known(overview, news.open(), news.at()));
    }

    private Uni<News> news(String since) {
        return pool.preparedQuery(NEWS)
                .execute(Tuple.of(since))
                .map(found -> found.iterator().next())
                .map(
                        row ->
                                new News(
                                        row.getString("open"),
                                        row.getOffsetDateTime("at"),
                                        row.getBoolean("changed"),
                                        Stream.of(row.getArrayOfUUIDs("gone"))
                                                .map(ConnectionId::new)
                                                .toList()));
    }

    private Uni<Overview> changed(Overview before, String since, UUID after) {
        return batch(since, after)
                .chain(
                        batch -> {
                            Overview with = before.with(batch, List.of());
                            return batch.size() < BATCH
                                    ? Uni.createFrom().item(with)
                                    : changed(with, since, batch.getLast().id().value());
                        });
    }

    private Uni<List<OverviewRow>> batch(String since, UUID after) {
        return pool.preparedQuery(CHANGED)
                .execute(Tuple.of(since, after, BATCH))
                .map(found -> rows(found).map(rows::read).toList());
    }

    private static Stream<Row> rows(Iterable<Row> found) {
        return StreamSupport.stream(found.spliterator(), false);
    }
}
