package io.connections.adapters.persistence.kernel;

import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Rows that point at objects by `kind` and `object_id`, read with the objects' names. Where the
/// objects of each kind stand is said here and nowhere else.
public final class NamedRows {
    /// @param id what a text has to become to be compared with the table's `id`
    private record Source(ObjectKind kind, String table, String id) {}

    private static final List<Source> SOURCES =
            List.of(
                    new Source(ObjectKind.CONNECTION, "connection", "cast(%s as uuid)"),
                    new Source(ObjectKind.PROFILE_PROPERTY, "profile_property", "%s"),
                    // What is deleted has lost what pointed at it.
                    new Source(ObjectKind.OBJECTIVE, "objective", "%s"),
                    new Source(ObjectKind.LABEL, "label", "cast(%s as uuid)"),
                    new Source(ObjectKind.CHANNEL, "channel", "cast(%s as uuid)"));

    private NamedRows() {}

    /// A select of `kind`, `object_id`, `name` and more of the pointing rows, `u`.
    ///
    /// @param more columns of `u`, each with a comma before it
    public static String select(String more, String table, String where, Set<ObjectKind> kinds) {
        return SOURCES.stream()
                .filter(source -> kinds.contains(source.kind()))
                .map(source -> ofOneKind(source, more, table, where))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining(" union all "),
                                all -> all.isEmpty() ? ofNoKind(more, table) : all));
    }

    /// A text of another kind might be no UUID, so it is not even tried.
    private static String ofOneKind(Source source, String more, String table, String where) {
        return """
        select u.kind, u.object_id, n.name%2$s from %3$s u join %4$s n
          on n.id = case when u.kind = '%1$s' then %5$s end
        where u.kind = '%1$s' and %6$s
        """
                .formatted(
                        source.kind(),
                        more,
                        table,
                        source.table(),
                        source.id().formatted("u.object_id"),
                        where);
    }

    private static String ofNoKind(String more, String table) {
        return "select u.kind, u.object_id, '' as name%s from %s u where false"
                .formatted(more, table);
    }

    /// By name.
    ///
    /// @param where with `?1` for the parameter
    public static Uni<Page<NamedObject>> page(
            String table,
            String where,
            Object parameter,
            Set<ObjectKind> kinds,
            PageRequest request) {
        if (SOURCES.stream().noneMatch(source -> kinds.contains(source.kind()))) {
            return Uni.createFrom().item(Page.of(List.of(), request.limit(), NamedRows::place));
        }
        List<String> after = request.after().map(NamedRows::key).orElse(List.of("", "", ""));
        return Sql.select(
                        """
                        select * from (%s) named
                        where (lower(name), kind, object_id) > (lower(?2), ?3, ?4)
                        order by lower(name), kind, object_id limit ?5
                        """
                                .formatted(select("", table, where, kinds)),
                        parameter,
                        after.get(0),
                        after.get(1),
                        after.get(2),
                        request.limit() + 1)
                .map(rows -> rows.stream().map(NamedRows::object).toList())
                .map(found -> Page.of(found, request.limit(), NamedRows::place));
    }

    public static NamedObject object(JsonObject row) {
        return new NamedObject(ref(row), row.getString("name"));
    }

    public static ObjectRef ref(JsonObject row) {
        return new ObjectRef(ObjectKind.valueOf(row.getString("kind")), row.getString("object_id"));
    }

    /// For `jsonb_to_recordset`, as `kind` and `id`.
    public static String json(Collection<ObjectRef> objects) {
        JsonArray array = new JsonArray();
        objects.forEach(
                object ->
                        array.add(
                                new JsonObject()
                                        .put("kind", object.kind().name())
                                        .put("id", object.id())));
        return array.encode();
    }

    private static Cursor place(NamedObject object) {
        return Cursor.of(object.name(), object.ref().kind().name(), object.ref().id());
    }

    private static List<String> key(Cursor cursor) {
        List<String> key = cursor.key();
        if (key.size() != 3
                || Arrays.stream(ObjectKind.values())
                        .noneMatch(kind -> kind.name().equals(key.get(1)))) {
            throw RequestInvalid.cursor();
        }
        return key;
    }
}
