package io.connections.adapters.persistence.personal;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.personal.ViewNotFound;
import io.connections.application.personal.port.SavedViewRepository;
import io.connections.domain.personal.SavedView;
import io.connections.domain.personal.ViewId;
import io.connections.domain.personal.ViewState;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Singleton
final class PostgresSavedViewRepository implements SavedViewRepository {
    private static final String SELECT = "select id, list, name, state from saved_view where ";

    @Override
    public Uni<List<SavedView>> list(String user, String list) {
        return Sql.select(SELECT + "user_id = ?1 and list = ?2 order by key", user, list)
                .map(found -> found.stream().map(PostgresSavedViewRepository::view).toList());
    }

    @Override
    public Uni<Boolean> add(String user, SavedView view) {
        return Sql.change(
                        """
                        insert into saved_view (id, user_id, list, name, key, state)
                        values (?1, ?2, ?3, ?4, ?5, cast(cast(?6 as text) as jsonb))
                        on conflict (user_id, list, key) do nothing
                        """,
                        view.id().value(),
                        user,
                        view.list(),
                        view.name(),
                        view.key(),
                        json(view.state()))
                .map(added -> added == 1);
    }

    @Override
    public Uni<SavedView> get(String user, ViewId id) {
        return Sql.select(SELECT + "user_id = ?1 and id = ?2 for update", user, id.value())
                .map(
                        found ->
                                found.stream()
                                        .findFirst()
                                        .map(PostgresSavedViewRepository::view)
                                        .orElseThrow(ViewNotFound::new));
    }

    /// Two who take one name at the same moment: the second meets the unique key and is refused by
    /// the database; a person alone has no second.
    @Override
    public Uni<Boolean> save(String user, SavedView view) {
        return Sql.change(
                        """
                        update saved_view v set name = ?3, key = ?4,
                          state = cast(cast(?5 as text) as jsonb)
                        where v.user_id = ?1 and v.id = ?2 and not exists (
                          select from saved_view other where other.user_id = v.user_id
                            and other.list = v.list and other.key = ?4 and other.id <> v.id)
                        """,
                        user,
                        view.id().value(),
                        view.name(),
                        view.key(),
                        json(view.state()))
                .map(saved -> saved == 1);
    }

    @Override
    public Uni<Void> delete(String user, ViewId id) {
        return Sql.change("delete from saved_view where user_id = ?1 and id = ?2", user, id.value())
                .replaceWithVoid();
    }

    private static String json(ViewState state) {
        JsonObject filters = new JsonObject();
        state.filters().forEach((name, values) -> filters.put(name, new JsonArray(values)));
        return new JsonObject()
                .put("search", state.search())
                .put("filters", filters)
                .put("sort", state.sort())
                .put("columns", new JsonArray(state.columns()))
                .encode();
    }

    private static SavedView view(JsonObject row) {
        JsonObject state = row.getJsonObject("state");
        Map<String, List<String>> filters = new HashMap<>();
        state.getJsonObject("filters")
                .forEach(entry -> filters.put(entry.getKey(), texts((JsonArray) entry.getValue())));
        return new SavedView(
                new ViewId(UUID.fromString(row.getString("id"))),
                row.getString("list"),
                row.getString("name"),
                new ViewState(
                        state.getString("search"),
                        filters,
                        state.getString("sort"),
                        texts(state.getJsonArray("columns"))));
    }

    private static List<String> texts(JsonArray array) {
        return array.stream().map(String::valueOf).toList();
    }
}
