package io.connections.adapters.testing;

import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import java.util.UUID;
import javax.sql.DataSource;

/// Things of the kinds that something points at, as rows, for tests of what does.
public final class Things {
    private Things() {}

    /// Older than what any test makes: whoever asks for the newest does not meet it.
    public static UUID oldId() {
        UUID random = UUID.randomUUID();
        return new UUID(random.getMostSignificantBits() >>> 16, random.getLeastSignificantBits());
    }

    public static ObjectRef made(DataSource database, ObjectKind kind, String name) {
        UUID id = oldId();
        // An objective's begins with a letter.
        String text = kind == ObjectKind.OBJECTIVE ? "o-" + id : id.toString();
        switch (kind) {
            case CONNECTION ->
                    Tables.change(
                            database,
                            """
                            insert into connection (id, version, type_id, name, description,
                              turned_on, setup, goals, created_at, created_by, modified_at,
                              modified_by)
                            values (?, 1, 'sftp', ?, '', false, '{}', '[]', now(), 'Mia', now(),
                              'Mia')
                            """,
                            id,
                            name);
            case PROFILE_PROPERTY ->
                    Tables.change(
                            database,
                            """
                            insert into profile_property (id, key, name, type, choices, identifier,
                              pii)
                            values (?, ?, ?, 'TEXT', '{}', false, false)
                            """,
                            id.toString(),
                            id.toString(),
                            name);
            case LABEL ->
                    Tables.change(
                            database,
                            """
                            insert into label (id, name, key, created_at, created_by)
                            values (?, ?, lower(?), now(), 'Mia')
                            """,
                            id,
                            name,
                            name);
            case CHANNEL ->
                    Tables.change(
                            database,
                            """
                            insert into channel (id, version, name, kind, created_at, created_by,
                              modified_at, modified_by)
                            values (?, 1, ?, 'EMAIL', now(), 'Mia', now(), 'Mia')
                            """,
                            id,
                            name);
            case RUN ->
                    Tables.change(
                            database,
                            """
                            insert into run (id, connection_id, connection_version, connection_name,
                              number, state, trigger)
                            values (?, ?, 1, ?, 1, 'FINISHED', 'MANUAL')
                            """,
                            id,
                            UUID.randomUUID(),
                            name);
            case PROFILE ->
                    Tables.change(
                            database, "insert into profile (id, properties) values (?, '{}')", id);
            case OBJECTIVE ->
                    Tables.change(
                            database,
                            """
                            insert into objective (id, version, name, zones, title, text, colour,
                              created_at, created_by, modified_at, modified_by)
                            values (?, 1, ?, '[]', '', '', 'GREY', now(), 'Mia', now(), 'Mia')
                            """,
                            text,
                            name);
            case CONNECTION_TYPE, PRIVACY_SETTINGS, VIEW, SESSION, AUDIT_TRAIL ->
                    throw new IllegalArgumentException(kind.name());
        }
        return new ObjectRef(kind, text);
    }

    public static void deleted(DataSource database, ObjectRef object) {
        String change =
                switch (object.kind()) {
                    case CONNECTION -> "delete from connection";
                    case PROFILE_PROPERTY -> "delete from profile_property";
                    case LABEL -> "delete from label";
                    case CHANNEL -> "delete from channel";
                    case RUN -> "delete from run";
                    case PROFILE -> "delete from profile";
                    // Its id stays taken.
                    case OBJECTIVE -> "update objective set deleted_at = now(), deleted_by = 'Mia'";
                    case CONNECTION_TYPE, PRIVACY_SETTINGS, VIEW, SESSION, AUDIT_TRAIL ->
                            throw new IllegalArgumentException(object.kind().name());
                };
        Tables.change(database, change + " where cast(id as text) = ?", object.id());
    }
}
