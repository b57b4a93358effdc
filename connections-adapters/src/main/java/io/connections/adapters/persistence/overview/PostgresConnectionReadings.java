package io.connections.adapters.persistence.overview;

import io.connections.adapters.persistence.connection.GoalDocuments;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.overview.ConnectionFacts;
import io.connections.application.overview.ConnectionFilter;
import io.connections.application.overview.ConnectionFilter.Kind;
import io.connections.application.overview.ConnectionSort;
import io.connections.application.overview.OverviewRow;
import io.connections.application.overview.OverviewRow.LabelRef;
import io.connections.application.overview.port.ConnectionReadings;
import io.connections.domain.catalog.ConnectionType.Direction;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Violation;
import io.connections.domain.label.LabelId;
import io.connections.domain.label.LabelName;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

@Singleton
final class PostgresConnectionReadings implements ConnectionReadings {
    private final Pool pool;
    private final GoalDocuments documents;

    PostgresConnectionReadings(Pool pool, GoalDocuments documents) {
        this.pool = pool;
        this.documents = documents;
    }

    /// The page is chosen in the narrow table; what people see of a row is joined to that many
    /// only.
    @Override
    public Uni<Page<OverviewRow>> list(
            ConnectionFilter filter, ConnectionSort sort, String user, PageRequest page, int skip) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            FilterSql where = new FilterSql(filter, user);
                            SortSql order = SortSql.of(sort, where);
                            page.after().ifPresent(cursor -> order.after(cursor, where));
                            return placed(where, order, page.limit() + 1, skip)
                                    .map(
                                            found ->
                                                    Page.of(
                                                                    found,
                                                                    page.limit(),
                                                                    one ->
                                                                            order.cursor(
                                                                                    one.value(),
                                                                                    one.name(),
                                                                                    one.row()
                                                                                            .id()
                                                                                            .value()))
                                                            .map(Placed::row));
                        });
    }

    @Override
    public Uni<Optional<OverviewRow>> find(ConnectionId connection, String user) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            FilterSql where = new FilterSql(ConnectionFilter.ALL, user);
                            where.and("o.connection_id = %s", connection.value());
                            return placed(where, SortSql.of(ConnectionSort.BY_NAME, where), 1, 0)
                                    .map(found -> found.stream().map(Placed::row).findFirst());
                        });
    }

    @Override
    public Uni<Integer> namesakes(ConnectionId connection) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            FilterSql where = new FilterSql(ConnectionFilter.ALL, "");
                            where.and("o.connection_id <> %s", connection.value());
                            where.and(
                                    """
                                    o.name_key = (select one.name_key from connection_overview one
                                      where one.connection_id = %s)""",
                                    connection.value());
                            return counted(where);
                        });
    }

    private Uni<List<Placed>> placed(FilterSql where, SortSql order, int most, int skip) {
        String limit = where.parameter(most);
        String offset = where.parameter(skip);
        String sql =
                """
                select c.id, c.name, c.description, c.type_id, c.turned_on,
                  c.created_at, c.created_by, c.modified_at, c.modified_by, c.edit_roles,
                  o.type_name, o.direction, %s as starred, o.problem_pointer, o.problem_code,
                  o.problem_message, p.sort_value::text as sort_value, p.name_key,
                  o.facts, o.labels
                from (select o.connection_id, o.name_key,\s
                """
                                .formatted(where.starred())
                        + order.value()
                        + " as sort_value"
                        + where.from()
                        + order.order("sort_value", "o.name_key", "o.connection_id")
                        + " limit "
                        + limit
                        + " offset "
                        + offset
                        + ") p join connection c on c.id = p.connection_id"
                        + " join connection_overview o"
                        + " on o.connection_id = p.connection_id"
                        + order.order("p.sort_value", "p.name_key", "p.connection_id");
        return rows(sql, where, this::placed);
    }

    @Override
    public Uni<Integer> count(ConnectionFilter filter, String user) {
        return counted(new FilterSql(filter, user));
    }

    private Uni<Integer> counted(FilterSql where) {
        return rows(
                        "select count(*)::int as found" + where.from(),
                        where,
                        row -> row.getInteger("found"))
                .map(List::getFirst);
    }

    @Override
    public Uni<List<ConnectionId>> ids(ConnectionFilter filter, String user, int limit) {
        FilterSql where = new FilterSql(filter, user);
        String most = where.parameter(limit);
        return rows(
                "select o.connection_id"
                        + where.from()
                        + " order by o.name_key, o.connection_id limit "
                        + most,
                where,
                row -> new ConnectionId(row.getUUID("connection_id")));
    }

    @Override
    public Uni<List<Counted>> counts(Kind kind, ConnectionFilter filter, String user, int limit) {
        return switch (kind) {
            case STATUS -> byFacts(kind, filter, user, facts -> facts.status().name());
            case OUTCOME -> byFacts(kind, filter, user, facts -> facts.outcome().name());
            case LABEL -> byLabel(filter.without(kind), user, limit);
            case TYPE -> byColumn("o.type_id", "o.type_name", kind, filter, user, limit);
            case DIRECTION -> byColumn("o.direction", "o.direction", kind, filter, user, limit);
            case CREATOR -> byColumn("o.created_by", "o.created_by", kind, filter, user, limit);
            case ATTENTION ->
                    byColumn(FactsSql.attention(), FactsSql.attention(), kind, filter, user, limit);
            case ON -> byColumn("o.turned_on", "o.turned_on", kind, filter, user, limit);
            case FAVORITE ->
                    byColumn(FilterSql::starred, FilterSql::starred, kind, filter, user, limit);
        };
    }

    private Uni<List<Counted>> byColumn(
            String value, String name, Kind kind, ConnectionFilter filter, String user, int limit) {
        return byColumn(_ -> value, _ -> name, kind, filter, user, limit);
    }

    private Uni<List<Counted>> byColumn(
            Function<FilterSql, String> value,
            Function<FilterSql, String> name,
            Kind kind,
            ConnectionFilter filter,
            String user,
            int limit) {
        FilterSql where = new FilterSql(filter.without(kind), user);
        String columns =
                "(%s)::text as value, (%s)::text as name"
                        .formatted(value.apply(where), name.apply(where));
        String most = where.parameter(limit);
        return rows(
                "select value, min(name) as name, count(*)::int as found from (select "
                        + columns
                        + where.from()
                        + ") one group by value order by found desc, value limit "
                        + most,
                where,
                PostgresConnectionReadings::counted);
    }

    private Uni<List<Counted>> byLabel(ConnectionFilter others, String user, int limit) {
        FilterSql where = new FilterSql(others, user);
        String most = where.parameter(limit);
        return rows(
                """
                select l.id::text as value, l.name, count(*)::int as found
                from label_use u join label l on l.id = u.label_id
                where u.kind = 'CONNECTION'\s"""
                        + (where.isAll()
                                ? ""
                                : "and u.object_id in (select o.connection_id::text"
                                        + where.from()
                                        + ") ")
                        + "group by l.id order by found desc, l.key limit "
                        + most,
                where,
                PostgresConnectionReadings::counted);
    }

    private Uni<List<Counted>> byFacts(
            Kind kind,
            ConnectionFilter filter,
            String user,
            Function<ConnectionFacts, String> word) {
        FilterSql where = new FilterSql(filter.without(kind), user);
        return rows(
                        "select "
                                + FactsSql.TEXT
                                + " as facts, count(*)::int as found"
                                + where.from()
                                + " group by 1",
                        where,
                        row ->
                                Map.entry(
                                        word.apply(FactsSql.read(row.getString("facts"))),
                                        row.getInteger("found")))
                .map(
                        found -> {
                            Map<String, Integer> sums = new LinkedHashMap<>();
                            found.forEach(
                                    one -> sums.merge(one.getKey(), one.getValue(), Integer::sum));
                            return sums.entrySet().stream()
                                    .map(
                                            sum ->
                                                    new Counted(
                                                            sum.getKey(),
                                                            sum.getKey(),
                                                            sum.getValue()))
                                    .sorted(
                                            Comparator.comparingInt(Counted::count)
                                                    .reversed()
                                                    .thenComparing(Counted::value))
                                    .toList();
                        });
    }

    private <T> Uni<List<T>> rows(String sql, FilterSql where, Function<Row, T> read) {
        return pool.preparedQuery(sql)
                .execute(where.values())
                .map(found -> StreamSupport.stream(found.spliterator(), false).map(read).toList());
    }

    private record Placed(OverviewRow row, String value, String name) {}

    private Placed placed(Row row) {
        return new Placed(
                new OverviewRow(
                        new ConnectionId(row.getUUID("id")),
                        row.getString("name"),
                        row.getString("description"),
                        new ConnectionTypeId(row.getString("type_id")),
                        row.getString("type_name"),
                        Direction.valueOf(row.getString("direction")),
                        row.getBoolean("turned_on"),
                        FactsSql.read(row.getString("facts")),
                        stamp(row, "created"),
                        stamp(row, "modified"),
                        labels(row),
                        row.getBoolean("starred"),
                        problem(row),
                        documents.editRights(row.getJsonArray("edit_roles").encode())),
                row.getString("sort_value"),
                row.getString("name_key"));
    }

    private static Optional<Violation> problem(Row row) {
        return Optional.ofNullable(row.getString("problem_code"))
                .map(
                        code ->
                                new Violation(
                                        row.getString("problem_pointer"),
                                        code,
                                        row.getString("problem_message")));
    }

    private static Stamp stamp(Row row, String what) {
        return new Stamp(
                row.getString(what + "_by"), row.getOffsetDateTime(what + "_at").toInstant());
    }

    private static List<LabelRef> labels(Row row) {
        return row.getJsonArray("labels").stream()
                .map(JsonObject.class::cast)
                .map(
                        label ->
                                new LabelRef(
                                        new LabelId(UUID.fromString(label.getString("id"))),
                                        new LabelName(label.getString("name"))))
                .toList();
    }

    private static Counted counted(Row row) {
        return new Counted(row.getString("value"), row.getString("name"), row.getInteger("found"));
    }
}
