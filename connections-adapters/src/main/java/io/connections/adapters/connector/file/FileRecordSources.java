package io.connections.adapters.connector.file;

import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.Connector;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.run.port.RecordSource;
import io.connections.application.run.port.RecordSources;
import io.connections.domain.goal.FileSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/// All sources of this release are files.
@Singleton
public final class FileRecordSources implements RecordSources {
    private final FileLimits limits;

    @Inject
    FileRecordSources(FileLimits limits) {
        this.limits = limits;
    }

    @Override
    public RecordSource files(Connector.Files connector, Access access, FileSource source)
            throws ConnectorFailed {
        return new FileRecordSource(connector.open(access), source, limits);
    }

    @Override
    public RecordSource mended(Upload upload, List<Original> originals) {
        return new MendedRecords(upload, new Originals(originals), limits);
    }
}
