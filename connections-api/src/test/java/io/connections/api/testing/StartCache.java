package io.connections.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// What one start of the built service taught the JVM, so that later ones take a third of the
/// time: the cache of JEP 514. Whoever finds none yet starts without it.
final class StartCache {
    private static final Path FILE = Path.of("target", "start.aot");
    private static final Path WRITTEN = Path.of("target", "start.aot.part");

    private StartCache() {}

    /// For a service that uses what is there.
    static List<String> use() {
        return Files.exists(FILE) ? List.of("-XX:AOTCache=" + FILE) : List.of();
    }

    /// For a service that makes it anew. The JVM begins to write it when the service has ended.
    static List<String> make() throws IOException {
        Files.deleteIfExists(FILE);
        return List.of("-XX:AOTCacheOutput=" + WRITTEN);
    }

    /// Once that process is over.
    static void publish() {
        try {
            Files.move(WRITTEN, FILE, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
