package io.connections.adapters.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.connector.file.FileSources;
import io.connections.adapters.persistence.TestDatabase;
import io.connections.adapters.run.Customers.Shape;
import io.connections.application.run.port.CrashPoints;
import io.connections.domain.run.RunId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The engine with real files and a real PostgreSQL.
class ImportShareTest {
    private static final Shape DIRTY = new Shape(50, 100, 0);

    @TempDir Path folder;
    private final TestDatabase database = TestDatabase.create();
    private final Runs runs = new Runs(database.dataSource());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    @Tag("M17")
    void everyRecordOfAFileIsCountedOnce() throws InterruptedException {
        Customers.write(folder.resolve("a.csv"), 2000, 1, DIRTY);
        RunId run = runs.queue();

        work(run, customers(), 100, 2);

        assertThat(runs.state(run)).as(String.valueOf(runs.log(run))).isEqualTo("FINISHED");
        assertThat(runs.counts(run))
                .isEqualTo("read=2000 created=1960 updated=20 unchanged=0 rejected=20");
        assertThat(runs.ledger(run)).hasSize(1980);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "7,1", "10000,1", "1,2", "7,2", "10000,3"})
    @Tag("M15")
    void theResultDoesNotDependOnChunksAndLanes(int chunkSize, int lanes)
            throws InterruptedException {
        Customers.write(folder.resolve("a.csv"), 300, 1, new Shape(5, 0, 0));
        TestDatabase other = TestDatabase.create();
        try (other) {
            work(runs.queue(), customers().addingUpPoints(), chunkSize, lanes);
            Runs twin = new Runs(other.dataSource());
            work(other, twin.queue(), customers().addingUpPoints(), 50, 1);

            assertThat(runs.profiles()).isEqualTo(twin.profiles()).hasSize(240);
        }
    }

    /// By two identifiers there is one lane, and with a second core it decides the next chunk
    /// while it writes this one: its customers are often in both.
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 40})
    @Tag("M15")
    void theResultDoesNotDependOnDecidingAhead(int chunkSize) throws InterruptedException {
        Customers.write(folder.resolve("a.csv"), 600, 1, new Shape(4, 0, 0));
        TestDatabase other = TestDatabase.create();
        try (other) {
            RunId run = runs.queue();
            work(run, byTwo(), chunkSize, 2);
            Runs twin = new Runs(other.dataSource());
            RunId twinRun = twin.queue();
            work(other, twinRun, byTwo(), 600, 1);

            assertThat(runs.profiles()).isEqualTo(twin.profiles()).isNotEmpty();
            assertThat(runs.counts(run)).isEqualTo(twin.counts(twinRun));
            assertThat(runs.log(run)).noneMatch(line -> line.contains("decided again"));
        }
    }

    private CustomerImport byTwo() {
        return customers().withEmailAsSecondIdentifier().addingUpPoints();
    }

    @Test
    @Tag("M18")
    void aStoppedRunGoesOnWithNothingLostAndNothingTwice() throws InterruptedException {
        Customers.write(folder.resolve("a.csv"), 2000, 1, DIRTY);
        RunId run = runs.queue();
        CrashPoints stopAtFifthChunk = new Worker.After(5, () -> runs.stop(run));
        Worker.work(database, run, customers().addingUpPoints(), 100, 2, stopAtFifthChunk);
        String stoppedAs = runs.state(run);

        runs.resume(run);
        work(run, customers().addingUpPoints(), 100, 2);

        assertThat(stoppedAs).isEqualTo("STOPPED");
        assertThat(runs.state(run)).isEqualTo("FINISHED");
        assertThat(runs.counts(run))
                .isEqualTo("read=2000 created=1960 updated=20 unchanged=0 rejected=20");
        assertThat(runs.number("select count(distinct record_no) from profile_change"))
                .isEqualTo(1980);
    }

    @Test
    @Tag("M20")
    void aFinishedFileIsNotReadAgain() throws InterruptedException {
        Customers.write(folder.resolve("a.csv"), 100, 1, Shape.PLAIN);
        work(runs.queue(), customers(), 100, 1);
        RunId second = runs.queue();

        work(second, customers(), 100, 1);

        assertThat(runs.state(second)).isEqualTo("FINISHED");
        assertThat(runs.number("select count(*) from run_file where run_id = ?", second.value()))
                .isZero();
        assertThat(runs.log(second)).anyMatch(line -> line.contains("was imported before"));
    }

    @Test
    @Tag("M17")
    void anUnchangedProfileIsNotRewritten() throws InterruptedException {
        Customers.write(folder.resolve("a.csv"), 500, 1, Shape.PLAIN);
        work(runs.queue(), customers(), 100, 2);
        RunId again = runs.queue();
        runs.rereadFinished(again);

        work(again, customers(), 100, 2);

        assertThat(runs.counts(again))
                .isEqualTo("read=500 created=0 updated=0 unchanged=500 rejected=0");
        assertThat(runs.number("select max(version) from profile")).isEqualTo(1);
    }

    @Test
    @Tag("M18")
    void aFileReplacedBetweenStopAndResumptionIsNoticed() throws InterruptedException {
        Path file = folder.resolve("a.csv");
        Customers.write(file, 2000, 1, Shape.PLAIN);
        RunId run = runs.queue();
        Worker.work(database, run, customers(), 100, 1, new Worker.After(5, () -> runs.stop(run)));
        long before = runs.number("select count(*) from profile");
        Customers.write(file, 2000, 2, Shape.PLAIN);

        runs.resume(run);
        work(run, customers(), 100, 1);

        assertThat(runs.state(run)).isEqualTo("FAILED");
        assertThat(runs.problem(run)).isEqualTo("file-changed");
        assertThat(runs.number("select count(*) from profile")).isEqualTo(before);
    }

    private CustomerImport customers() {
        return CustomerImport.from(goal -> FileSources.local(folder, goal.source()));
    }

    private void work(RunId run, CustomerImport setup, int chunkSize, int lanes)
            throws InterruptedException {
        work(database, run, setup, chunkSize, lanes);
    }

    private static void work(
            TestDatabase database, RunId run, CustomerImport setup, int chunkSize, int lanes)
            throws InterruptedException {
        Worker.work(database, run, setup, chunkSize, lanes, CrashPoints.NONE);
    }
}
