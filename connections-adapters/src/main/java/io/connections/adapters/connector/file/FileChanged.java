package io.connections.adapters.connector.file;

import io.connections.application.connection.port.FileStore.RemoteFile;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.SourceBroken;

/// How a file is told from another one that took its place.
final class FileChanged {
    private FileChanged() {}

    /// @throws SourceBroken when the file is no longer what the run noted
    static void check(Part noted, RemoteFile now) throws SourceBroken {
        if (noted.size() != now.size()) {
            throw how(
                    noted.path(),
                    "has changed: size from %,d to %,d bytes".formatted(noted.size(), now.size()));
        }
        if (!noted.modified().equals(now.modified())) {
            throw how(
                    noted.path(),
                    "has changed: its time went from %s to %s"
                            .formatted(noted.modified(), now.modified()));
        }
    }

    static SourceBroken how(String path, String how) {
        return new SourceBroken(
                "file-changed",
                "“%s” %s.".formatted(path, how),
                "Have the file put there whole under another name and renamed when it is complete, "
                        + "then start a new run.");
    }
}
