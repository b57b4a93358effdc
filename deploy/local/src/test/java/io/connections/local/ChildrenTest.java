package io.connections.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("M32")
class ChildrenTest {
    @TempDir private Path temp;
    private Children children = new Children(Path.of("unused"));

    @BeforeEach
    void aFolder() throws Exception {
        Files.createDirectories(temp.resolve("logs"));
        children = new Children(temp);
    }

    @AfterEach
    void nothingIsLeft() {
        children.stopAll();
    }

    @Test
    void aChildStandsInTheFileFromItsStartToItsEnd() throws Exception {
        var child = start("service", "sleep", "600");

        assertThat(temp.resolve("children"))
                .content()
                .startsWith(child.handle().pid() + " ")
                .endsWith(" service\n");

        children.stop(child);
        assertThat(temp.resolve("children")).isEmptyFile();
    }

    @Test
    void stoppingEndsAChildAndWhatItStarted() {
        var child = start("service", "bash", "-c", "sleep 600 & sleep 601; true");
        var offspring = awaitOffspring(child);

        children.stopAll();

        assertThat(child.handle().isAlive()).isFalse();
        assertThat(offspring.isAlive()).isFalse();
    }

    @Test
    void nothingStartsOnceAllWereToldToEnd() {
        children.stopAll();

        assertThatThrownBy(() -> start("late", "sleep", "600"))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aChildThatDiesWhileStartingIsShownWithTheEndOfItsLog() {
        var child = start("service", "bash", "-c", "echo 'no such table'; exit 3");

        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofMinutes(1)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("service ended while it was starting")
                .hasMessageContaining("no such table")
                .hasMessageContaining("service.log");
    }

    @Test
    void aFullDiskIsRecognisedInWhatAChildSays() {
        var child =
                start("postgres", "bash", "-c", "echo 'FATAL: No space left on device'; exit 1");

        assertThatThrownBy(() -> child.awaitReady(() -> false, Duration.ofMinutes(1)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is full")
                .hasMessageContaining("--data DIR");
    }

    private Child start(String name, String... command) {
        return children.start(name, List.of(command), Map.of(), temp);
    }

    private static ProcessHandle awaitOffspring(Child child) {
        var found = child.handle().descendants().findFirst();
        while (found.isEmpty()) {
            Thread.onSpinWait();
            found = child.handle().descendants().findFirst();
        }
        return found.orElseThrow();
    }
}
