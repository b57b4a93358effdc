package io.connections.adapters.persistence.label;

import io.connections.adapters.persistence.kernel.NamedRows;
import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.label.LabelNameTaken;
import io.connections.application.label.UsedLabel;
import io.connections.application.label.port.LabelRepository;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.label.Label;
import io.connections.domain.label.LabelId;
import io.connections.domain.label.LabelName;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@Singleton
final class PostgresLabelRepository implements LabelRepository {
    private static final String COLUMNS = "l.id, l.name, l.created_at, l.created_by";
    private static final String USES =
            "(select coalesce(sum(u.uses), 0) from label_uses u where u.label_id = l.id)";

    @Override
    public Uni<Optional<UsedLabel>> find(LabelId id) {
        return Sql.select(
                        "select %s, %s as uses from label l where l.id = ?1"
                                .formatted(COLUMNS, USES),
                        id.value())
                .map(rows -> rows.stream().map(PostgresLabelRepository::used).findFirst());
    }

    @Override
    public Uni<Page<UsedLabel>> list(String search, PageRequest page) {
        Cursor after = page.after().orElseGet(() -> Cursor.of(Long.toString(Long.MAX_VALUE), ""));
        return Sql.select(
                        """
                        select * from (
                          select %s, l.key, coalesce(u.uses, 0) as uses
                          from label l left join (
                            select label_id, sum(uses) as uses from label_uses group by label_id) u
                            on u.label_id = l.id
                          where strpos(l.key, ?1) > 0) found
                        where (-uses, key) > (-cast(?2 as bigint), ?3)
                        order by -uses, key limit ?4
                        """
                                .formatted(COLUMNS),
                        LabelName.key(search),
                        uses(after),
                        after.key().getLast(),
                        page.limit() + 1)
                .map(rows -> rows.stream().map(PostgresLabelRepository::used).toList())
                .map(found -> Page.of(found, page.limit(), PostgresLabelRepository::place));
    }

    private static Cursor place(UsedLabel used) {
        return Cursor.of(Long.toString(used.uses()), used.label().name().key());
    }

    private static long uses(Cursor cursor) {
        if (cursor.key().size() != 2) {
            throw RequestInvalid.cursor();
        }
        try {
            return Long.parseLong(cursor.key().getFirst());
        } catch (NumberFormatException e) {
            throw RequestInvalid.cursor();
        }
    }

    @Override
    public Uni<Void> add(Label label) {
        return insert(List.of(label), "do nothing")
                .chain(
                        added ->
                                added.isEmpty()
                                        ? byKey(label.name().key())
                                                .chain(taken -> refuseOrAddAgain(label, taken))
                                        : Uni.createFrom().voidItem());
    }

    /// Whoever had the name may be gone since.
    private Uni<Void> refuseOrAddAgain(Label label, Optional<Label> taken) {
        return taken.isPresent()
                ? Uni.createFrom().failure(new LabelNameTaken(taken.get()))
                : add(label);
    }

    /// Changing nothing in a row that is there locks it, and of one that was deleted just now
    /// PostgreSQL makes a new one: no third thing can happen.
    @Override
    public Uni<List<Label>> findOrAdd(List<Label> labels) {
        if (labels.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return insert(labels, "do update set created_by = l.created_by")
                .map(
                        found ->
                                found.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        label -> label.name().key(),
                                                        Function.identity())))
                .map(
                        byKey ->
                                labels.stream()
                                        .map(label -> byKey.getOrDefault(label.name().key(), label))
                                        .toList());
    }

    /// In the order of their keys, so that two who make the same ones do not wait for each other in
    /// a circle.
    private static Uni<List<Label>> insert(List<Label> labels, String onConflict) {
        JsonArray wanted = new JsonArray();
        labels.forEach(
                label ->
                        wanted.add(
                                new JsonObject()
                                        .put("id", label.id().value().toString())
                                        .put("name", label.name().value())
                                        .put("key", label.name().key())
                                        .put("at", label.createdAt().toString())
                                        .put("by", label.createdBy())));
        return Sql.returning(
                        """
                        insert into label as l (id, name, key, created_at, created_by)
                        select cast(item ->> 'id' as uuid), item ->> 'name', item ->> 'key',
                               cast(item ->> 'at' as timestamptz), item ->> 'by'
                        from jsonb_array_elements(cast(cast(?1 as text) as jsonb)) as wanted (item)
                        order by item ->> 'key'
                        on conflict (key) %s
                        returning %s
                        """
                                .formatted(onConflict, COLUMNS),
                        wanted.encode())
                .map(rows -> rows.stream().map(PostgresLabelRepository::label).toList());
    }

    @Override
    public Uni<Void> rename(LabelId id, LabelName name) {
        return alone().chain(() -> get(id))
                .chain(() -> byKey(name.key()))
                .invoke(
                        taken ->
                                taken.filter(other -> !other.id().equals(id))
                                        .ifPresent(
                                                other -> {
                                                    throw new LabelNameTaken(other);
                                                }))
                .chain(
                        () ->
                                Sql.change(
                                        "update label set name = ?2, key = ?3 where id = ?1",
                                        id.value(),
                                        name.value(),
                                        name.key()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Long> merge(LabelId from, LabelId into) {
        return alone().chain(() -> get(into))
                .chain(() -> get(from))
                .call(
                        () ->
                                Sql.change(
                                        """
                                        insert into label_use (kind, object_id, label_id)
                                        select kind, object_id, cast(?2 as uuid) from label_use
                                        where label_id = ?1
                                        on conflict do nothing
                                        """,
                                        from.value(),
                                        into.value()))
                .call(() -> remove(from))
                .map(UsedLabel::uses);
    }

    @Override
    public Uni<Long> delete(LabelId id) {
        return alone().chain(() -> get(id)).call(() -> remove(id)).map(UsedLabel::uses);
    }

    private static Uni<Integer> remove(LabelId id) {
        return Sql.change("delete from label where id = ?1", id.value());
    }

    /// Until the transaction ends nobody else makes, renames, merges or deletes a label, and nobody
    /// begins to put one on: who has begun is waited for. It is rare, and takes milliseconds.
    private static Uni<Void> alone() {
        return Sql.change("lock table label in share row exclusive mode").replaceWithVoid();
    }

    private static Uni<Optional<Label>> byKey(String key) {
        return Sql.select("select %s from label l where l.key = ?1".formatted(COLUMNS), key)
                .map(rows -> rows.stream().map(PostgresLabelRepository::label).findFirst());
    }

    @Override
    public Uni<Map<ObjectRef, List<Label>>> of(Collection<ObjectRef> objects) {
        if (objects.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Sql.select(
                        """
                        select u.kind, u.object_id, %s
                        from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                             as wanted (kind text, id text)
                        join label_use u on u.kind = wanted.kind and u.object_id = wanted.id
                        join label l on l.id = u.label_id
                        order by l.key
                        """
                                .formatted(COLUMNS),
                        NamedRows.json(objects))
                .map(
                        rows ->
                                rows.stream()
                                        .collect(
                                                Collectors.groupingBy(
                                                        NamedRows::ref,
                                                        HashMap::new,
                                                        Collectors.mapping(
                                                                PostgresLabelRepository::label,
                                                                Collectors.toUnmodifiableList()))));
    }

    @Override
    public Uni<Void> put(Collection<ObjectRef> objects, Collection<LabelId> labels) {
        return change(
                """
                insert into label_use (kind, object_id, label_id)
                select o.kind, o.id, cast(l.id as uuid)
                from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as o(kind text, id text)
                cross join jsonb_array_elements_text(cast(cast(?2 as text) as jsonb)) as l(id)
                order by o.kind, o.id, l.id
                on conflict do nothing
                """,
                objects,
                labels);
    }

    @Override
    public Uni<Void> take(Collection<ObjectRef> objects, Collection<LabelId> labels) {
        return change(
                """
                delete from label_use u
                using jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as o(kind text, id text)
                where u.kind = o.kind and u.object_id = o.id and u.label_id in (
                  select cast(jsonb_array_elements_text(cast(cast(?2 as text) as jsonb)) as uuid))
                """,
                objects,
                labels);
    }

    private static Uni<Void> change(
            String statement, Collection<ObjectRef> objects, Collection<LabelId> labels) {
        if (objects.isEmpty() || labels.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<String> ids = labels.stream().map(label -> label.value().toString()).toList();
        return Sql.change(statement, NamedRows.json(objects), new JsonArray(ids).encode())
                .replaceWithVoid();
    }

    @Override
    public Uni<Page<NamedObject>> objects(LabelId id, Set<ObjectKind> kinds, PageRequest page) {
        return NamedRows.page("label_use", "u.label_id = ?1", id.value(), kinds, page);
    }

    private static UsedLabel used(JsonObject row) {
        return new UsedLabel(label(row), row.getLong("uses"));
    }

    private static Label label(JsonObject row) {
        return new Label(
                new LabelId(UUID.fromString(row.getString("id"))),
                new LabelName(row.getString("name")),
                OffsetDateTime.parse(row.getString("created_at")).toInstant(),
                row.getString("created_by"));
    }
}
