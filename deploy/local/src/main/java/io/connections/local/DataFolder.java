package io.connections.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The folder in which everything is kept. A first file says that it is ours, others that its
/// first start was begun and completed; a lock says that a launcher works with it.
final class DataFolder implements AutoCloseable {
    private static final String OURS = "CONNECTIONS";
    private static final String LOCK = "lock";
    private static final String BEGUN = "begun";
    private static final String COMPLETE = "complete";
    private static final String SAMPLED = "sampled";
    private static final String WEBSITE = "website";
    private static final List<String> CONTENT =
            List.of(
                    COMPLETE,
                    SAMPLED,
                    WEBSITE,
                    "children",
                    "children.next",
                    "secrets.properties",
                    "keyset.json",
                    "postgres",
                    "sftp",
                    "logs");

    private final Path path;
    private final FileChannel lock;
    private final Children children;
    private Optional<String> interrupted = Optional.empty();

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
        this.children = new Children(path);
    }

    /// Opens the folder for this process alone; ends what an earlier launcher left running there.
    static DataFolder open(Path path, boolean fresh) throws IOException {
        Files.createDirectories(path);
        requireOurs(path);
        Files.writeString(
                path.resolve(OURS),
                "Data of Connections on one machine. Made and used by ./connections up.\n");
        var folder = new DataFolder(path, lock(path));
        try {
            var left = folder.children.endLeftovers();
            folder.prepare(fresh);
            if (left.isPresent() && folder.isComplete()) {
                folder.interrupted = Optional.of(found(left.getAsInt()));
            }
            return folder;
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static String found(int running) {
        return "The ./connections up before was cut off%s. This one goes on with the same data."
                .formatted(
                        switch (running) {
                            case 0 -> "";
                            case 1 -> "; a process that it left running has been ended";
                            default ->
                                    "; %d processes that it left running have been ended"
                                            .formatted(running);
                        });
    }

    /// What to say of a launcher that was killed while it worked with these data.
    Optional<String> interrupted() {
        return interrupted;
    }

    private void prepare(boolean fresh) throws IOException {
        if (fresh) {
            clear();
        }
        if (!isComplete()) {
            if (Files.exists(path.resolve(BEGUN))) {
                throw new CannotStart(
                        "The data folder %s is half-written: its first start was cut off."
                                .formatted(path),
                        "Begin anew with: ./connections up --fresh");
            }
            clear();
            mark(BEGUN);
        }
        Files.createDirectories(path.resolve("logs"));
    }

    private static void requireOurs(Path path) throws IOException {
        try (var files = Files.list(path)) {
            var names = files.map(file -> file.getFileName().toString()).sorted().toList();
            if (!names.isEmpty() && !names.contains(OURS)) {
                throw new CannotStart(
                        "%s is not empty and not a data folder of Connections (it holds %s)."
                                .formatted(path, names.getFirst()),
                        "Name another folder: --data DIR");
            }
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        var file = path.resolve(LOCK);
        var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // a launcher in this very process has it: the same answer
        }
        channel.close();
        throw new CannotStart(
                "The data folder %s is in use by another ./connections up (process %s)."
                        .formatted(path, Files.readString(file).strip()),
                "Stop that one with Ctrl-C, or start this one beside it: --data DIR --port N");
    }

    // Only what we made, by name: whatever else a person keeps here stays.
    private void clear() throws IOException {
        for (var name : CONTENT) {
            delete(path.resolve(name));
        }
        Files.deleteIfExists(path.resolve(BEGUN));
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    Children children() {
        return children;
    }

    /// Whether an earlier start came to its end.
    boolean isComplete() {
        return Files.exists(path.resolve(COMPLETE));
    }

    void markComplete() throws IOException {
        mark(COMPLETE);
    }

    boolean isSampled() {
        return Files.exists(path.resolve(SAMPLED));
    }

    void markSampled() throws IOException {
        mark(SAMPLED);
    }

    /// Whether the sample website was given its channel; who deletes that is not given another.
    boolean hasWebsite() {
        return Files.exists(path.resolve(WEBSITE));
    }

    void markWebsite() throws IOException {
        mark(WEBSITE);
    }

    /// Takes an unfinished first start back, so that the next one finds nothing half done.
    void abandonUnfinished() throws IOException {
        if (!isComplete()) {
            clear();
        }
    }

    private void mark(String name) throws IOException {
        Files.writeString(path.resolve(name), "1\n");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
