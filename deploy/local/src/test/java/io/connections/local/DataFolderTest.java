package io.connections.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("M32")
class DataFolderTest {
    @TempDir private Path temp;

    @Test
    void aSecondLauncherIsToldThatTheFolderIsInUse() throws IOException {
        try (var _ = DataFolder.open(temp, false)) {
            assertThatThrownBy(() -> DataFolder.open(temp, false))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("is in use by another ./connections up")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data DIR --port N");
        }
    }

    @Test
    void aFolderWhoseFirstStartWasCutOffIsRefusedWithTheWayOut() throws IOException {
        DataFolder.open(temp, false).close();

        assertThatThrownBy(() -> DataFolder.open(temp, false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("half-written")
                .hasMessageContaining("--fresh");
    }

    @Test
    void aFirstStartThatWasStoppedInOrderLeavesNothingInTheWay() throws IOException {
        try (var folder = DataFolder.open(temp, false)) {
            folder.abandonUnfinished();
        }

        try (var again = DataFolder.open(temp, false)) {
            assertThat(again.isComplete()).isFalse();
        }
    }

    @Test
    void aCompleteFolderKeepsWhatIsInIt() throws IOException {
        try (var folder = DataFolder.open(temp, false)) {
            Files.writeString(folder.resolve("secrets.properties"), "kept=1");
            folder.markComplete();
            folder.abandonUnfinished();
        }

        try (var again = DataFolder.open(temp, false)) {
            assertThat(again.isComplete()).isTrue();
            assertThat(again.resolve("secrets.properties")).hasContent("kept=1");
        }
    }

    @Test
    void freshDeletesOurDataAndNothingElse() throws IOException {
        try (var folder = DataFolder.open(temp, false)) {
            Files.createDirectories(folder.resolve("postgres/base"));
            folder.markComplete();
        }
        Files.writeString(temp.resolve("notes.txt"), "a person's own");

        try (var fresh = DataFolder.open(temp, true)) {
            assertThat(fresh.resolve("postgres")).doesNotExist();
            assertThat(fresh.isComplete()).isFalse();
            assertThat(temp.resolve("notes.txt")).hasContent("a person's own");
        }
    }

    @Test
    void aFolderOfSomebodyElseIsNeverUsed() throws IOException {
        Files.writeString(temp.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DataFolder.open(temp, true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("it holds thesis.txt");
        assertThat(temp.resolve("thesis.txt")).hasContent("years of work");
    }

    @Test
    void whatAKilledLauncherLeftRunningIsEndedByTheNextStart() throws Exception {
        var killed = DataFolder.open(temp, false);
        killed.markComplete();
        var orphan = killed.children().start("keycloak", List.of("sleep", "600"), Map.of(), temp);
        killed.close(); // what kill -9 leaves of a launcher: no lock, but the file and the process

        try (var next = DataFolder.open(temp, false)) {
            assertThat(orphan.handle().isAlive()).isFalse();
            assertThat(next.interrupted())
                    .contains(
                            "The ./connections up before was cut off; a process that it left"
                                    + " running has been ended. This one goes on with the same data.");
        }
        try (var again = DataFolder.open(temp, false)) {
            assertThat(again.interrupted()).isEmpty();
        }
    }

    @Test
    void aPowerCutIsSaidToo() throws IOException {
        DataFolder.open(temp, false).close();
        Files.writeString(temp.resolve("complete"), "1");
        Files.writeString(temp.resolve("children"), "999999999 2020-01-01T00:00:00Z postgres\n");

        try (var next = DataFolder.open(temp, false)) {
            assertThat(next.interrupted())
                    .contains(
                            "The ./connections up before was cut off. This one goes on with the"
                                    + " same data.");
        }
    }

    @Test
    void aStrangerWithTheIdOfAnOldChildIsLeftAlone() throws Exception {
        DataFolder.open(temp, false).close();
        Files.writeString(temp.resolve("complete"), "1");
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(
                    temp.resolve("children"),
                    "%d 2020-01-01T00:00:00Z postgres%n".formatted(stranger.pid()));

            try (var _ = DataFolder.open(temp, false)) {
                assertThat(stranger.isAlive()).isTrue();
            }
        } finally {
            stranger.destroyForcibly();
        }
    }
}
