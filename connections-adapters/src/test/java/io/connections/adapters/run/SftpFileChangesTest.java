package io.connections.adapters.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.connector.file.FileSources;
import io.connections.adapters.connector.sftp.SftpTestServer;
import io.connections.adapters.persistence.TestDatabase;
import io.connections.adapters.run.Customers.Shape;
import io.connections.application.run.port.CrashPoints;
import io.connections.domain.run.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A file on a real server that does not stay what it was. Two files never mix.
@Tag("M18")
@Tag("M21")
class SftpFileChangesTest {
    /// Large enough that the reader is not far ahead of the first chunks.
    private static final int ROWS = 60_000;

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));

    @TempDir Path folder;
    @TempDir Path aside;
    private final TestDatabase database = TestDatabase.create();
    private final Runs runs = new Runs(database.dataSource());
    private SftpTestServer server;
    private Path file;

    /// What somebody does to the file.
    enum Change {
        REPLACED {
            @Override
            void of(Path file, Path other) throws IOException {
                Files.move(
                        other,
                        file,
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        },
        CUT_SHORT {
            @Override
            void of(Path file, Path other) throws IOException {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() * 9 / 10);
                }
            }
        },
        GROWN {
            @Override
            void of(Path file, Path other) throws IOException {
                Files.write(file, Files.readAllBytes(other), StandardOpenOption.APPEND);
            }
        };

        abstract void of(Path file, Path other) throws IOException;
    }

    @BeforeEach
    void serve() throws IOException {
        file = folder.resolve("a.csv");
        Customers.write(file, ROWS, 1, Shape.PLAIN);
        Files.setLastModifiedTime(file, LONG_AGO);
        Customers.write(aside.resolve("other.csv"), ROWS, 2, Shape.PLAIN);
        server = SftpTestServer.serving(folder);
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void changedWhileItIsRead(Change change) throws Exception {
        RunId run = runs.queue();

        work(run, new Worker.After(1, () -> change(change)));

        assertThat(runs.state(run)).as(String.valueOf(runs.log(run))).isEqualTo("FAILED");
        assertThat(runs.problem(run)).isEqualTo("file-changed");
        assertThat(runs.number("select count(*) from finished_file")).isZero();
        assertThat(profilesOfTheOtherFile()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void changedBetweenStopAndResumption(Change change) throws Exception {
        RunId run = runs.queue();
        work(run, new Worker.After(3, () -> runs.stop(run)));
        long before = runs.number("select count(*) from profile");
        change.of(file, aside.resolve("other.csv"));

        runs.resume(run);
        work(run, CrashPoints.NONE);

        assertThat(runs.problem(run)).isEqualTo("file-changed");
        assertThat(runs.number("select count(*) from profile")).isEqualTo(before);
        assertThat(profilesOfTheOtherFile()).isZero();
    }

    @Test
    void replacedByOneOfTheSameSizeAndTimeItIsToldByItsChecksum() throws Exception {
        RunId run = runs.queue();
        work(run, new Worker.After(3, () -> runs.stop(run)));
        long before = runs.number("select count(*) from profile");
        byte[] other = Files.readAllBytes(file);
        int place = new String(other, StandardCharsets.ISO_8859_1).indexOf("Laan");
        other[place] = 'B';
        Path twin = Files.write(aside.resolve("twin.csv"), other);
        Files.setLastModifiedTime(twin, LONG_AGO);
        Change.REPLACED.of(file, twin);

        runs.resume(run);
        work(run, CrashPoints.NONE);

        assertThat(runs.problem(run)).isEqualTo("file-changed");
        assertThat(runs.text("select problem_message from run where id = ?", run.value()))
                .contains("checksum");
        assertThat(runs.number("select count(*) from profile")).isEqualTo(before);
    }

    private void change(Change change) {
        try {
            change.of(file, aside.resolve("other.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Profiles whose street is not the one of the first file.
    private long profilesOfTheOtherFile() throws IOException {
        Path first = aside.resolve("first.csv");
        Customers.write(first, ROWS, 1, Shape.PLAIN);
        Set<String> streets = new HashSet<>();
        for (String line : Files.readAllLines(first)) {
            int quote = line.indexOf('"');
            if (quote >= 0) {
                String street = line.substring(quote + 1, line.indexOf('"', quote + 1));
                streets.add(line.substring(0, line.indexOf(',')) + " " + street);
            }
        }
        List<String> stored =
                runs.texts("select properties->>'1' || ' ' || (properties->>'5') from profile");
        assertThat(stored).isNotEmpty();
        return stored.stream().filter(street -> !streets.contains(street)).count();
    }

    private void work(RunId run, CrashPoints crashPoints) throws InterruptedException {
        Worker.work(
                database,
                run,
                CustomerImport.from(
                        goal ->
                                FileSources.sftp(
                                        server.port(), server.hostKeyFingerprint(), goal.source())),
                500,
                1,
                crashPoints);
    }
}
