package io.connections.adapters.persistence.consent;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.consent.SavedObjective;
import io.connections.application.consent.ShownText;
import io.connections.application.consent.port.ObjectiveRepository;
import io.connections.domain.consent.Objective;
import io.connections.domain.consent.ObjectiveColour;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.VisitorText;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@Singleton
final class PostgresObjectiveRepository implements ObjectiveRepository {
    private static final String SELECT =
            """
            select id, version, name, zones, title, text, colour, cleans_up, created_at, created_by,
                   modified_at, modified_by
            from objective where deleted_at is null
            """;

    @Override
    public Uni<List<SavedObjective>> all() {
        return Sql.select(SELECT + " order by lower(name), id")
                .map(rows -> rows.stream().map(PostgresObjectiveRepository::objective).toList());
    }

    @Override
    public Uni<Optional<SavedObjective>> find(ObjectiveId id) {
        return Sql.select(SELECT + " and id = ?1", id.value())
                .map(rows -> rows.stream().map(PostgresObjectiveRepository::objective).findFirst());
    }

    @Override
    public Uni<Optional<SavedObjective>> findToDelete(ObjectiveId id) {
        return Sql.select(SELECT + " and id = ?1 for update", id.value())
                .map(rows -> rows.stream().map(PostgresObjectiveRepository::objective).findFirst());
    }

    /// Of one that is deleted meanwhile the row is looked at again once it is free, and is none of
    /// these.
    @Override
    public Uni<Set<ObjectiveId>> hold(Collection<ObjectiveId> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        JsonArray wanted = new JsonArray(ids.stream().map(ObjectiveId::value).distinct().toList());
        return Sql.select(
                        """
                        select id from objective
                        where deleted_at is null and id in (
                          select jsonb_array_elements_text(cast(cast(?1 as text) as jsonb)))
                        order by id for share
                        """,
                        wanted.encode())
                .map(
                        rows ->
                                rows.stream()
                                        .map(row -> new ObjectiveId(row.getString("id")))
                                        .collect(Collectors.toUnmodifiableSet()));
    }

    /// Of two at once the second waits for the first at the unique key, then finds its row.
    @Override
    public Uni<Optional<TakenId>> insert(SavedObjective saved) {
        Objective objective = saved.objective();
        return Sql.change(
                        """
                        insert into objective (id, version, name, zones, title, text, colour,
                          created_at, created_by, modified_at, modified_by, cleans_up)
                        values (?1, ?2, ?3, cast(cast(?4 as text) as jsonb), ?5, ?6, ?7, ?8, ?9,
                          ?10, ?11, ?12)
                        on conflict do nothing
                        """,
                        saved.id().value(),
                        saved.version().number(),
                        objective.name(),
                        zones(objective),
                        objective.shown().title(),
                        objective.shown().text(),
                        objective.colour().name(),
                        saved.createdAt(),
                        saved.createdBy(),
                        saved.modifiedAt(),
                        saved.modifiedBy(),
                        objective.cleansUp())
                .chain(
                        inserted ->
                                inserted == 1
                                        ? keepText(saved).replaceWith(Optional.empty())
                                        : taken(saved.id()));
    }

    private static Uni<Optional<TakenId>> taken(ObjectiveId id) {
        return Sql.select(
                        """
                        select id, name, deleted_at is not null as deleted from objective
                        where key = lower(?1)
                        """,
                        id.value())
                .map(rows -> rows.stream().map(PostgresObjectiveRepository::taken).findFirst());
    }

    private static TakenId taken(JsonObject row) {
        return new TakenId(
                new ObjectiveId(row.getString("id")),
                row.getString("name"),
                row.getBoolean("deleted"));
    }

    @Override
    public Uni<Boolean> update(SavedObjective saved, Version from) {
        Objective objective = saved.objective();
        return Sql.change(
                        """
                        update objective set version = ?3, name = ?4,
                          zones = cast(cast(?5 as text) as jsonb), title = ?6, text = ?7,
                          colour = ?8, modified_at = ?9, modified_by = ?10, cleans_up = ?11
                        where id = ?1 and version = ?2 and deleted_at is null
                        """,
                        saved.id().value(),
                        from.number(),
                        saved.version().number(),
                        objective.name(),
                        zones(objective),
                        objective.shown().title(),
                        objective.shown().text(),
                        objective.colour().name(),
                        saved.modifiedAt(),
                        saved.modifiedBy(),
                        objective.cleansUp())
                .chain(
                        updated ->
                                updated == 0
                                        ? Uni.createFrom().item(false)
                                        : keepText(saved).replaceWith(true));
    }

    /// A text that is as it was is kept once.
    private static Uni<Void> keepText(SavedObjective saved) {
        VisitorText shown = saved.objective().shown();
        return Sql.change(
                        """
                        insert into objective_text (objective_id, version, title, text, fingerprint,
                          since, saved_by)
                        select ?1, ?2, ?3, ?4, ?5, ?6, ?7
                        where ?5 is distinct from (
                          select fingerprint from objective_text where objective_id = ?1
                          order by version desc limit 1)
                        """,
                        saved.id().value(),
                        saved.version().number(),
                        shown.title(),
                        shown.text(),
                        shown.fingerprint(),
                        saved.modifiedAt(),
                        saved.modifiedBy())
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> delete(ObjectiveId id, Instant at, String by) {
        return Sql.change(
                        """
                        update objective set deleted_at = ?2, deleted_by = ?3
                        where id = ?1 and deleted_at is null
                        """,
                        id.value(),
                        at,
                        by)
                .map(deleted -> deleted == 1);
    }

    @Override
    public Uni<List<ShownText>> texts(ObjectiveId id) {
        return Sql.select(
                        """
                        select title, text, version, since, saved_by from objective_text
                        where objective_id = ?1 order by version desc
                        """,
                        id.value())
                .map(rows -> rows.stream().map(PostgresObjectiveRepository::shown).toList());
    }

    private static ShownText shown(JsonObject row) {
        return new ShownText(
                new VisitorText(row.getString("title"), row.getString("text")),
                new Version(row.getLong("version")),
                at(row, "since"),
                row.getString("saved_by"));
    }

    private static SavedObjective objective(JsonObject row) {
        return new SavedObjective(
                new Objective(
                        new ObjectiveId(row.getString("id")),
                        row.getString("name"),
                        zones(row.getJsonArray("zones")),
                        new VisitorText(row.getString("title"), row.getString("text")),
                        ObjectiveColour.valueOf(row.getString("colour")),
                        row.getBoolean("cleans_up")),
                new Version(row.getLong("version")),
                at(row, "created_at"),
                row.getString("created_by"),
                at(row, "modified_at"),
                row.getString("modified_by"));
    }

    private static String zones(Objective objective) {
        return new JsonArray(objective.zones().stream().map(Zone::code).sorted().toList()).encode();
    }

    private static Set<Zone> zones(JsonArray codes) {
        return codes.stream()
                .map(String::valueOf)
                .map(Zone::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Instant at(JsonObject row, String column) {
        return OffsetDateTime.parse(row.getString(column)).toInstant();
    }
}
