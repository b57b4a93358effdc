package io.connections.application.goal.port;

import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.Connector;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.FileStore.RemoteFile;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.application.run.port.RecordSource.SourceRecord.Broken;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileSource;
import io.connections.domain.goal.InputRecord;
import java.util.List;
import java.util.Optional;

/// Looks at the beginning of what a goal would read. Blocking; called on virtual threads only.
public interface SourcePreview {
    /// @throws ConnectorFailed when the other system cannot be used or nothing matches
    /// @throws SourceBroken when the first file cannot be read as what it should be
    Preview preview(Connector.Files connector, Access access, FileSource source)
            throws ConnectorFailed, SourceBroken;

    /// @param files what a run would read now, in its order
    /// @param used the goal's format, else the detected one
    /// @param fields their names, in the file's order
    /// @param records the first 200, fewer where they have many fields
    /// @param broken places before the last of these records that could not be read, 20 at most
    /// @param note something worth saying that is no failure: no record behind the header
    record Preview(
            List<RemoteFile> files,
            FileFormat used,
            FileFormat detected,
            List<String> fields,
            List<InputRecord> records,
            List<Broken> broken,
            Optional<String> note) {
        public Preview {
            files = List.copyOf(files);
            fields = List.copyOf(fields);
            records = List.copyOf(records);
            broken = List.copyOf(broken);
        }
    }
}
