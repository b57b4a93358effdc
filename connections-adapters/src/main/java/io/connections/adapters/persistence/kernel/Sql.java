package io.connections.adapters.persistence.kernel;

import io.connections.domain.connection.ConnectionId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;

/// Statements on the session of the unit of work. Parameters are `?1`, `?2` … of PostgreSQL's
/// guessing; rows come back as one JSON text each, so that no type has to be negotiated.
public final class Sql {
    /// The ids that the first parameter holds as [#ids] writes them.
    public static final String IN_IDS =
            " in (select cast(jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)) as uuid))";

    private Sql() {}

    /// However many there are, they are one parameter.
    public static String ids(Collection<ConnectionId> connections) {
        return new JsonArray(connections.stream().map(id -> id.value().toString()).toList())
                .encode();
    }

    public static Uni<List<JsonObject>> select(String select, Object... parameters) {
        return json("select cast(row_to_json(r) as text) from (" + select + ") r", parameters);
    }

    /// An insert, update or delete with `returning`.
    public static Uni<List<JsonObject>> returning(String change, Object... parameters) {
        return json(
                "with r as (" + change + ") select cast(row_to_json(r) as text) from r",
                parameters);
    }

    /// The number of rows that an insert, update or delete touched.
    public static Uni<Integer> change(String change, Object... parameters) {
        return Panache.getSession()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(change);
                            for (int i = 0; i < parameters.length; i++) {
                                query.setParameter(i + 1, parameters[i]);
                            }
                            return query.executeUpdate();
                        });
    }

    private static Uni<List<JsonObject>> json(String sql, Object... parameters) {
        return Panache.getSession()
                .chain(
                        session -> {
                            var query = session.createNativeQuery(sql, String.class);
                            for (int i = 0; i < parameters.length; i++) {
                                query.setParameter(i + 1, parameters[i]);
                            }
                            return query.getResultList();
                        })
                .map(rows -> rows.stream().map(JsonObject::new).toList());
    }
}
