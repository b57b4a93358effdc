package io.connections.adapters.persistence.favorite;

import io.connections.adapters.persistence.kernel.NamedRows;
import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.favorite.UsedObject;
import io.connections.application.favorite.port.UsedObjects;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

@Singleton
final class PostgresUsedObjects implements UsedObjects {
    @Override
    public Uni<Void> note(String person, ObjectRef object, Instant at) {
        return Sql.change(
                        """
                        insert into last_used (user_id, kind, object_id, used_at)
                        values (?1, ?2, ?3, ?4)
                        on conflict (user_id, kind, object_id) do update
                        set used_at = greatest(last_used.used_at, excluded.used_at)
                        """,
                        person,
                        object.kind().name(),
                        object.id(),
                        at)
                .chain(() -> forgetOlder(person))
                .replaceWithVoid();
    }

    private static Uni<Integer> forgetOlder(String person) {
        return Sql.change(
                """
                delete from last_used
                where user_id = ?1 and (kind, object_id) in (
                  select kind, object_id from last_used where user_id = ?1
                  order by used_at desc, kind, object_id offset ?2)
                """,
                person,
                KEPT);
    }

    @Override
    public Uni<List<UsedObject>> list(String person, Set<ObjectKind> kinds, int limit) {
        return Sql.select(
                        """
                        select * from (%s) named
                        order by used_at desc, kind, object_id limit ?2
                        """
                                .formatted(
                                        NamedRows.select(
                                                ", u.used_at",
                                                "last_used",
                                                "u.user_id = ?1",
                                                kinds)),
                        person,
                        limit)
                .map(
                        rows ->
                                rows.stream()
                                        .map(
                                                row ->
                                                        new UsedObject(
                                                                NamedRows.object(row),
                                                                OffsetDateTime.parse(
                                                                                row.getString(
                                                                                        "used_at"))
                                                                        .toInstant()))
                                        .toList());
    }
}
