package io.connections.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {
    @Test
    @Tag("M32")
    void whatAnotherProcessMakesIsWaitedForAndFoundWhole(@TempDir Path folder) throws Exception {
        var cache = new Cache(folder);
        var other = start(folder);
        try (var said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("making");
            var entered = new CountDownLatch(1);
            var waiting =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            cache.alone(() -> foundBy(entered, folder));
                                        } catch (IOException | InterruptedException e) {
                                            throw new IllegalStateException(e);
                                        }
                                    });
            assertThat(entered.await(300, TimeUnit.MILLISECONDS)).isFalse();

            other.outputWriter().append("go on\n").flush();

            waiting.join();
            assertThat(folder.resolve("seen")).content().isEqualTo("whole");
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    @Tag("M32")
    void aKilledProcessHoldsUpNobody(@TempDir Path folder) throws Exception {
        var other = start(folder);
        try (var said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("making");
        }

        other.destroyForcibly().onExit().join();

        assertThat(new Cache(folder).<Boolean>alone(() -> true)).isTrue();
    }

    private static boolean foundBy(CountDownLatch entered, Path folder) throws IOException {
        entered.countDown();
        Files.writeString(folder.resolve("seen"), Files.readString(folder.resolve("made")));
        return true;
    }

    private static Process start(Path folder) throws IOException {
        var command =
                Child.java(
                        List.of(
                                "-cp",
                                System.getProperty("java.class.path"),
                                Maker.class.getName(),
                                folder.toString()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// Another process that makes something until it is told to go on.
    static final class Maker {
        private Maker() {}

        static void main(String[] arguments) throws Exception {
            var folder = Path.of(arguments[0]);
            new Cache(folder)
                    .alone(
                            () -> {
                                System.out.println("making");
                                System.in.read();
                                return Files.writeString(folder.resolve("made"), "whole");
                            });
        }
    }
}
