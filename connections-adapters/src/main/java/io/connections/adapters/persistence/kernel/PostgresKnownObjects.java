package io.connections.adapters.persistence.kernel;

import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.port.KnownObjects;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.profile.PropertyId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
final class PostgresKnownObjects implements KnownObjects {
    private static final String EXISTING =
            """
            select o.kind, o.id as object_id
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as o(kind text, id text)
            where case o.kind
              when 'CONNECTION' then exists (select from connection where id = cast(o.id as uuid))
              when 'RUN' then exists (select from run where id = cast(o.id as uuid))
              when 'PROFILE' then exists (select from profile where id = cast(o.id as uuid))
              when 'LABEL' then exists (select from label where id = cast(o.id as uuid))
              when 'CHANNEL' then exists (select from channel where id = cast(o.id as uuid))
              when 'PROFILE_PROPERTY' then exists (select from profile_property where id = o.id)
              when 'OBJECTIVE' then exists (
                select from objective where id = o.id and deleted_at is null)
            end
            """;

    @Override
    public Uni<Optional<NamedObject>> hold(ObjectRef object) {
        return switch (object.kind()) {
            case CONNECTION -> byUuid("connection", object);
            case LABEL -> byUuid("label", object);
            case CHANNEL -> byUuid("channel", object);
            case PROFILE_PROPERTY ->
                    PropertyId.isValid(object.id())
                            ? held(
                                    "profile_property",
                                    "key = ?1",
                                    object.kind(),
                                    new PropertyId(object.id()).key())
                            : nothing();
            case OBJECTIVE ->
                    ObjectiveId.of(object.id()).isPresent()
                            ? held(
                                    "objective",
                                    "deleted_at is null and id = ?1",
                                    object.kind(),
                                    object.id())
                            : nothing();
            case CONNECTION_TYPE, RUN, PROFILE, PRIVACY_SETTINGS, VIEW, SESSION, AUDIT_TRAIL ->
                    nothing();
        };
    }

    /// A text of a kind whose ids are UUIDs may be none, and is then not even tried.
    @Override
    public Uni<Set<ObjectRef>> existing(Collection<ObjectRef> objects) {
        List<ObjectRef> possible =
                objects.stream().filter(PostgresKnownObjects::isPossible).distinct().toList();
        return possible.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : Sql.select(EXISTING, NamedRows.json(possible))
                        .map(rows -> rows.stream().map(NamedRows::ref).collect(Collectors.toSet()));
    }

    private static boolean isPossible(ObjectRef object) {
        return switch (object.kind()) {
            case CONNECTION, LABEL, CHANNEL, RUN, PROFILE -> uuid(object).isPresent();
            case PROFILE_PROPERTY, OBJECTIVE -> true;
            case CONNECTION_TYPE, PRIVACY_SETTINGS, VIEW, SESSION, AUDIT_TRAIL -> false;
        };
    }

    private static Optional<UUID> uuid(ObjectRef object) {
        try {
            return Optional.of(UUID.fromString(object.id()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Uni<Optional<NamedObject>> byUuid(String table, ObjectRef object) {
        return uuid(object)
                .map(id -> held(table, "id = ?1", object.kind(), id))
                .orElseGet(PostgresKnownObjects::nothing);
    }

    /// Not a stronger lock: rows that refer to this one may be written meanwhile.
    private static Uni<Optional<NamedObject>> held(
            String table, String where, ObjectKind kind, Object id) {
        return Sql.select(
                        "select '%s' as kind, id as object_id, name from %s where %s for no key update"
                                .formatted(kind, table, where),
                        id)
                .map(rows -> rows.stream().map(NamedRows::object).findFirst());
    }

    private static Uni<Optional<NamedObject>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
