package io.connections.adapters.connector.file;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.ConnectorFailed.Reason;
import io.connections.application.connection.port.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// A folder of this machine as a store: what tests of formats read from.
public final class LocalFolder implements FileStore {
    private final Path root;

    public LocalFolder(Path root) {
        this.root = root;
    }

    @Override
    public List<RemoteFile> list(String folder) throws ConnectorFailed {
        try (Stream<Path> entries = Files.list(root.resolve(folder))) {
            return entries.filter(Files::isRegularFile).sorted().map(this::file).toList();
        } catch (IOException e) {
            throw failed(Reason.FOLDER_MISSING, folder, e);
        }
    }

    private RemoteFile file(Path path) {
        try {
            return new RemoteFile(
                    root.relativize(path).toString(),
                    path.getFileName().toString(),
                    Files.size(path),
                    Instant.ofEpochSecond(
                            Files.getLastModifiedTime(path).toInstant().getEpochSecond()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public RemoteFile stat(String path) throws ConnectorFailed {
        if (!Files.exists(root.resolve(path))) {
            throw failed(Reason.FILE_MISSING, path, new NoSuchFileException(path));
        }
        return file(root.resolve(path));
    }

    @Override
    public InputStream read(String path) throws ConnectorFailed {
        try {
            return Files.newInputStream(root.resolve(path));
        } catch (IOException e) {
            throw failed(Reason.FILE_MISSING, path, e);
        }
    }

    @Override
    public void move(String from, String to) throws ConnectorFailed {
        try {
            Path target = root.resolve(to);
            Files.createDirectories(target.getParent());
            Files.move(root.resolve(from), target);
        } catch (IOException e) {
            throw failed(Reason.FILE_MISSING, from, e);
        }
    }

    @Override
    public void delete(String path) throws ConnectorFailed {
        try {
            Files.delete(root.resolve(path));
        } catch (IOException e) {
            throw failed(Reason.FILE_MISSING, path, e);
        }
    }

    @Override
    public void close() {}

    private static ConnectorFailed failed(Reason reason, String path, IOException e) {
        return new ConnectorFailed(reason, path, "", e);
    }
}
