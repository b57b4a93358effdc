package io.connections.adapters.persistence.kernel;

import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.port.KnownObjects;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.connections.domain.profile.PropertyId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

@Singleton
final class PostgresKnownObjects implements KnownObjects {
    @Override
    public Uni<Optional<NamedObject>> hold(ObjectRef object) {
        return switch (object.kind()) {
            case CONNECTION -> byUuid("connection", object);
            case LABEL -> byUuid("label", object);
            case PROFILE_PROPERTY ->
                    PropertyId.isValid(object.id())
                            ? held(
                                    "profile_property",
                                    "key",
                                    object.kind(),
                                    new PropertyId(object.id()).key())
                            : nothing();
            case CONNECTION_TYPE, RUN, PROFILE, VIEW, SESSION, AUDIT_TRAIL -> nothing();
        };
    }

    private static Uni<Optional<NamedObject>> byUuid(String table, ObjectRef object) {
        try {
            return held(table, "id", object.kind(), UUID.fromString(object.id()));
        } catch (IllegalArgumentException _) {
            return nothing();
        }
    }

    /// Not a stronger lock: rows that refer to this one may be written meanwhile.
    private static Uni<Optional<NamedObject>> held(
            String table, String column, ObjectKind kind, Object id) {
        return Sql.select(
                        "select '%s' as kind, id as object_id, name from %s where %s = ?1 for no key update"
                                .formatted(kind, table, column),
                        id)
                .map(rows -> rows.stream().map(NamedRows::object).findFirst());
    }

    private static Uni<Optional<NamedObject>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }
}
