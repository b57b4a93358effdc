package io.connections.adapters.persistence.favorite;

import io.connections.adapters.persistence.kernel.NamedRows;
import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.favorite.port.FavoriteRepository;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

@Singleton
final class PostgresFavoriteRepository implements FavoriteRepository {
    @Override
    public Uni<Boolean> star(String person, ObjectRef object, Instant at) {
        return Sql.change(
                        """
                        insert into favorite (user_id, kind, object_id, starred_at)
                        values (?1, ?2, ?3, ?4) on conflict do nothing
                        """,
                        person,
                        object.kind().name(),
                        object.id(),
                        at)
                .map(changed -> changed == 1);
    }

    @Override
    public Uni<Boolean> unstar(String person, ObjectRef object) {
        return Sql.change(
                        "delete from favorite where user_id = ?1 and kind = ?2 and object_id = ?3",
                        person,
                        object.kind().name(),
                        object.id())
                .map(changed -> changed == 1);
    }

    @Override
    public Uni<Set<ObjectRef>> among(String person, Collection<ObjectRef> objects) {
        if (objects.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return Sql.select(
                        """
                        select f.kind, f.object_id
                        from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
                             as wanted (kind text, id text)
                        join favorite f on f.user_id = ?1
                          and f.kind = wanted.kind and f.object_id = wanted.id
                        """,
                        person,
                        NamedRows.json(objects))
                .map(rows -> rows.stream().map(NamedRows::ref).collect(Collectors.toSet()));
    }

    @Override
    public Uni<Page<NamedObject>> list(String person, Set<ObjectKind> kinds, PageRequest page) {
        return NamedRows.page("favorite", "u.user_id = ?1", person, kinds, page);
    }
}
