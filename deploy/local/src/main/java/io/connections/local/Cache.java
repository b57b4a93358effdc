package io.connections.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What can be made again at any time and is worth keeping when the data are not. Every
/// `./connections up` of a checkout shares it, whatever its data.
record Cache(Path path) {
    /// Makes something that lies in the cache.
    interface Making<T> {
        T make() throws IOException, InterruptedException;
    }

    /// Waits until no other launcher makes something, then does it: of two that start at once, one
    /// would take away what the other has just unpacked. A launcher that is killed holds up nobody.
    <T> T alone(Making<T> making) throws IOException, InterruptedException {
        Files.createDirectories(path);
        try (var file =
                        FileChannel.open(
                                path.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var _ = file.lock()) {
            return making.make();
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }
}
