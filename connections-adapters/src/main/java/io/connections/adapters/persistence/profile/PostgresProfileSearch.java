package io.connections.adapters.persistence.profile;

import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.profile.Origin;
import io.connections.application.profile.port.ProfileSearch;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Singleton
final class PostgresProfileSearch implements ProfileSearch {
    private static final String SELECT =
            "select id, properties, zone, consent, version, modified_at from profile ";

    private final Pool pool;

    PostgresProfileSearch(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Profile>> withAnyOf(List<Identifier> identifiers) {
        Integer[] properties =
                identifiers.stream().map(Identifier::property).toArray(Integer[]::new);
        String[] values = identifiers.stream().map(Identifier::value).toArray(String[]::new);
        return pool.preparedQuery(
                        SELECT
                                + """
                                where id in (
                                  select i.profile_id
                                  from unnest($1::int[], $2::text[]) as g(property, value)
                                  join profile_identifier i
                                    on i.property = g.property and i.value = g.value collate "C")
                                order by id desc
                                """)
                .execute(Tuple.of(properties, values))
                .map(PostgresProfileSearch::profiles);
    }

    @Override
    public Uni<Page<Profile>> lastCreated(PageRequest page) {
        int limit = page.limit() + 1;
        Uni<RowSet<Row>> rows =
                page.after()
                        .map(
                                after ->
                                        pool.preparedQuery(
                                                        SELECT
                                                                + "where id < $1 order by id desc"
                                                                + " limit $2")
                                                .execute(Tuple.of(id(after), limit)))
                        .orElseGet(
                                () ->
                                        pool.preparedQuery(SELECT + "order by id desc limit $1")
                                                .execute(Tuple.of(limit)));
        return rows.map(
                found ->
                        Page.of(
                                profiles(found),
                                page.limit(),
                                profile -> Cursor.of(profile.id().value().toString())));
    }

    @Override
    public Uni<Origins> origins(ProfileId id) {
        return pool.preparedQuery(
                        """
                        select distinct on (k.property)
                          k.property, c.at, c.run_id, c.actor, r.connection_id, r.connection_name,
                          c.connection_id as page_connection_id
                        from profile_change c
                        left join lateral jsonb_object_keys(c.before) as k(property)
                          on c.disposition = 'U'
                        left join run r on r.id = c.run_id
                        where c.profile_id = $1
                          and (c.disposition = 'C' or (c.disposition = 'U' and c.before is not null))
                        order by k.property, c.xid desc, c.seq desc
                        """)
                .execute(Tuple.of(id.value()))
                .map(PostgresProfileSearch::origins);
    }

    private static Origins origins(RowSet<Row> rows) {
        Map<Integer, Origin> changes = new HashMap<>();
        Origin creation = new Origin.Unknown();
        for (Row row : rows) {
            String property = row.getString("property");
            if (property == null) {
                creation = origin(row);
            } else {
                changes.put(Integer.valueOf(property), origin(row));
            }
        }
        return new Origins(changes, creation);
    }

    private static Origin origin(Row row) {
        Instant at = row.getOffsetDateTime("at").toInstant();
        UUID connection = row.getUUID("connection_id");
        if (connection != null) {
            return new Origin.ByRun(
                    new RunId(row.getUUID("run_id")),
                    new ConnectionId(connection),
                    row.getString("connection_name"),
                    at);
        }
        String actor = row.getString("actor");
        UUID onPage = row.getUUID("page_connection_id");
        if (onPage != null) {
            return new Origin.OnPage(new ConnectionId(onPage), actor == null ? "" : actor, at);
        }
        return actor == null ? new Origin.Unknown() : new Origin.ByPerson(actor, at);
    }

    private static List<Profile> profiles(RowSet<Row> rows) {
        List<Profile> profiles = new ArrayList<>();
        rows.forEach(row -> profiles.add(ProfileDocument.profile(row)));
        return profiles;
    }

    private static UUID id(Cursor cursor) {
        try {
            return UUID.fromString(cursor.key().getFirst());
        } catch (IllegalArgumentException e) {
            throw RequestInvalid.cursor();
        }
    }
}
