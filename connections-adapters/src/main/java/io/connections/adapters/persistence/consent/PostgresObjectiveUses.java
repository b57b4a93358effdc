package io.connections.adapters.persistence.consent;

import io.connections.adapters.persistence.connection.GoalDocuments;
import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.consent.LinkedConnection;
import io.connections.application.consent.ObjectiveInUse.Use;
import io.connections.application.consent.port.ObjectiveUses;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ObjectiveId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

@Singleton
final class PostgresObjectiveUses implements ObjectiveUses {
    private static final UUID FIRST = new UUID(0, 0);

    /// As the index of linked objectives understands it.
    private static final String LINKED = "objectives @> cast(cast(?1 as text) as jsonb)";

    private final GoalDocuments documents;

    PostgresObjectiveUses(GoalDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Uni<Page<LinkedConnection>> linked(ObjectiveId id, PageRequest page) {
        Cursor after = page.after().orElseGet(() -> Cursor.of("", FIRST.toString()));
        return Sql.select(
                        """
                        select id, name, turned_on, edit_roles from connection
                        where %s and (lower(name), id) > (lower(?2), ?3)
                        order by lower(name), id limit ?4
                        """
                                .formatted(LINKED),
                        document(id),
                        after.key().getFirst(),
                        connection(after),
                        page.limit() + 1)
                .map(rows -> rows.stream().map(this::linked).toList())
                .map(found -> Page.of(found, page.limit(), PostgresObjectiveUses::place));
    }

    @Override
    public Uni<Uses> of(ObjectiveId id) {
        return Sql.select(
                        """
                        select id, name, count(*) over () as total from connection
                        where %s or jsonb_path_exists(goals, '$[*].consent[*].meaning ? (@.objective == $id)',
                          jsonb_build_object('id', cast(?2 as text)))
                        order by lower(name), id limit ?3
                        """
                                .formatted(LINKED),
                        document(id),
                        id.value(),
                        Uses.MOST)
                .map(
                        rows ->
                                new Uses(
                                        rows.stream().map(PostgresObjectiveUses::use).toList(),
                                        rows.isEmpty() ? 0 : rows.getFirst().getLong("total")));
    }

    private static String document(ObjectiveId id) {
        return new JsonArray(List.of(id.value())).encode();
    }

    private LinkedConnection linked(JsonObject row) {
        return new LinkedConnection(
                new ConnectionId(UUID.fromString(row.getString("id"))),
                row.getString("name"),
                row.getBoolean("turned_on"),
                documents.editRights(row.getJsonArray("edit_roles").encode()));
    }

    private static Use use(JsonObject row) {
        return new Use(UUID.fromString(row.getString("id")), row.getString("name"));
    }

    private static Cursor place(LinkedConnection one) {
        return Cursor.of(one.name(), one.id().value().toString());
    }

    private static UUID connection(Cursor cursor) {
        if (cursor.key().size() != 2) {
            throw RequestInvalid.cursor();
        }
        try {
            return UUID.fromString(cursor.key().getLast());
        } catch (IllegalArgumentException e) {
            throw RequestInvalid.cursor();
        }
    }
}
