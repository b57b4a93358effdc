package io.connections.adapters.connector.file;

import io.connections.application.run.port.RecordSource;
import io.connections.domain.goal.FileSource;
import java.nio.file.Path;

/// Record sources for tests in other packages.
public final class FileSources {
    private FileSources() {}

    public static RecordSource local(Path folder, FileSource source) {
        return new FileRecordSource(new LocalFolder(folder), source, FileLimits.DEFAULT);
    }
}
