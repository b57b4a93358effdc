package io.connections.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// What one start of the built service taught the JVM, so that later ones take a third of the
/// time: the cache of JEP 514. It is of one build; whoever finds none yet starts without it.
final class StartCache {
    private final Path file;

    private StartCache(Path file) {
        this.file = file;
    }

    /// @param jar of which it is
    static StartCache of(Path jar) throws IOException {
        long built = Files.getLastModifiedTime(jar).toMillis();
        return new StartCache(Path.of("target", "start-%d.aot".formatted(built)));
    }

    /// For a service that uses what is there.
    List<String> options() {
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    /// For a service that is to teach, if no other does or did.
    Optional<Lesson> lesson() {
        try {
            Files.createFile(file.resolveSibling(file.getFileName() + ".begun"));
            return Optional.of(new Lesson(file));
        } catch (FileAlreadyExistsException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The JVM writes down what it learned when it ends by itself.
    record Lesson(Path file) {
        List<String> options() {
            return List.of("-XX:AOTCacheOutput=" + written());
        }

        /// @param process whose end makes the cache whole
        void completedBy(Process process) {
            var _ = process.onExit().thenRun(this::publish);
        }

        private void publish() {
            try {
                Files.move(written(), file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Path written() {
            return file.resolveSibling(file.getFileName() + ".part");
        }
    }
}
