package io.connections.adapters.connector.file;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.FileStore;
import io.connections.application.connection.port.FileStore.RemoteFile;
import io.connections.application.run.port.RecordSource;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The files of a store that a goal selects.
final class FileRecordSource implements RecordSource {
    static final String DONE = ".done";

    private final FileStore store;
    private final FileSource source;
    private final FileLimits limits;

    FileRecordSource(FileStore store, FileSource source, FileLimits limits) {
        this.store = store;
        this.source = source;
        this.limits = limits;
    }

    @Override
    public List<Part> parts() throws ConnectorFailed {
        return select(store, source.selection()).stream()
                .map(file -> new Part(file.path(), file.size(), file.modified()))
                .toList();
    }

    @Override
    public List<String> leftOut() {
        return leftOut(store, source.selection());
    }

    private static List<String> leftOut(FileStore store, FileSelection selection) {
        NamePattern pattern = new NamePattern(selection.namePattern());
        return store.leftOut().stream().filter(pattern::matches).toList();
    }

    static List<RemoteFile> select(FileStore store, FileSelection selection)
            throws ConnectorFailed {
        NamePattern pattern = new NamePattern(selection.namePattern());
        List<RemoteFile> all = store.list(selection.folder());
        List<RemoteFile> matching =
                all.stream()
                        .filter(file -> !file.name().endsWith(DONE) && pattern.matches(file.name()))
                        .toList();
        if (matching.isEmpty()) {
            throw noneMatches(store, selection, all);
        }
        Comparator<RemoteFile> byName = Comparator.comparing(RemoteFile::name);
        Comparator<RemoteFile> byTime =
                Comparator.comparing(RemoteFile::modified).thenComparing(byName);
        return switch (selection.pick()) {
            case NEWEST -> matching.stream().max(byTime).stream().toList();
            case ALL_BY_NAME -> matching.stream().sorted(byName).toList();
            case ALL_BY_TIME -> matching.stream().sorted(byTime).toList();
        };
    }

    private static ConnectorFailed noneMatches(
            FileStore store, FileSelection selection, List<RemoteFile> all) {
        List<String> leftOut = leftOut(store, selection);
        if (!leftOut.isEmpty()) {
            return new ConnectorFailed(
                    ConnectorFailed.Reason.FILE_MISSING,
                    "Of %,d files that match “%s”, such as “%s”, none can be read: their names are not valid UTF-8."
                            .formatted(leftOut.size(), selection.namePattern(), leftOut.getFirst()),
                    "Have the files renamed.");
        }
        String folder =
                selection.folder().isEmpty()
                        ? "the start folder"
                        : "“%s”".formatted(selection.folder());
        String others =
                all.isEmpty()
                        ? "It holds no file."
                        : "It holds %,d other files, such as “%s”."
                                .formatted(all.size(), all.getLast().name());
        return new ConnectorFailed(
                ConnectorFailed.Reason.FILE_MISSING,
                "No file in %s matches “%s”. %s".formatted(folder, selection.namePattern(), others),
                "Check folder and name pattern; files that end in .done count as finished.");
    }

    @Override
    public RecordReader open(Part part, Optional<Proof> proof)
            throws ConnectorFailed, SourceBroken {
        return new FileRecordReader(store, source, part, proof, limits);
    }

    @Override
    public void conclude(Part part) throws ConnectorFailed {
        AfterImport after = source.selection().afterImport();
        if (after instanceof AfterImport.Leave || !isStillThere(part)) {
            return;
        }
        switch (after) {
            case AfterImport.Leave() -> {}
            case AfterImport.MarkDone() -> store.move(part.path(), part.path() + DONE);
            case AfterImport.Move(String folder) ->
                    store.move(part.path(), inFolder(folder, part.path()));
            case AfterImport.Delete() -> store.delete(part.path());
        }
    }

    private static String inFolder(String folder, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    private boolean isStillThere(Part part) throws ConnectorFailed {
        try {
            RemoteFile now = store.stat(part.path());
            return now.size() == part.size() && now.modified().equals(part.modified());
        } catch (ConnectorFailed e) {
            if (e.reason() == ConnectorFailed.Reason.FILE_MISSING) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
