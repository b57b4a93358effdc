package io.connections.application.run.request;

import io.connections.domain.kernel.Conflict;
import java.util.List;

/// All that there is to read has been read by an earlier run. A person is asked before it is read
/// again.
public final class FilesAlreadyImported extends Conflict {
    private final transient List<String> files;

    public FilesAlreadyImported(List<String> files) {
        super(
                files.size() == 1
                        ? "'%s' has been imported already and has not changed since."
                                .formatted(files.getFirst())
                        : "All %d files have been imported already and have not changed since."
                                .formatted(files.size()));
        this.files = List.copyOf(files);
    }

    public List<String> files() {
        return files;
    }

    @Override
    public String code() {
        return "files-already-imported";
    }
}
