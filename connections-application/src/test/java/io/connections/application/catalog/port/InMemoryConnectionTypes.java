package io.connections.application.catalog.port;

import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.catalog.SetupField;
import io.connections.domain.catalog.SetupField.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One installed type, `sftp`: a host that secrets are for, a note, a password; all but the note
/// required.
public final class InMemoryConnectionTypes implements ConnectionTypes {
    private static final ConnectionType SFTP =
            new ConnectionType(
                    new ConnectionTypeId("sftp"),
                    "SFTP",
                    "Anybody",
                    "files",
                    "Files of a server",
                    "folder",
                    ConnectionType.Direction.OUTBOUND,
                    ConnectionType.Mode.BATCH,
                    Set.of(ConnectionType.GoalKind.IMPORT_PROFILES),
                    "sftp",
                    List.of(
                            field("host", true, true, new Kind.Text(253)),
                            field("note", false, false, new Kind.Text(100)),
                            field("password", true, false, new Kind.SecretText(false))));

    @Override
    public List<ConnectionType> list() {
        return List.of(SFTP);
    }

    @Override
    public Optional<ConnectionType> find(ConnectionTypeId id) {
        return list().stream().filter(type -> type.id().equals(id)).findFirst();
    }

    @Override
    public Optional<String> guide(ConnectionTypeId id) {
        return find(id).map(type -> "# " + type.name());
    }

    private static SetupField field(String id, boolean required, boolean target, Kind kind) {
        return new SetupField(
                id, id, "", required, target, kind, Optional.empty(), Optional.empty());
    }
}
