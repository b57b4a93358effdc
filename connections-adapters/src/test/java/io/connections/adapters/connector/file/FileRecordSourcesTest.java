package io.connections.adapters.connector.file;

import io.connections.application.run.port.RecordSources;
import io.connections.application.run.port.RecordSourcesContract;

class FileRecordSourcesTest extends RecordSourcesContract {
    @Override
    protected RecordSources sources() {
        return new FileRecordSources(FileLimits.DEFAULT);
    }
}
