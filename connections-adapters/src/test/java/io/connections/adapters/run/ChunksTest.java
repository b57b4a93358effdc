package io.connections.adapters.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.connector.file.FileSources;
import io.connections.adapters.persistence.TestDatabase;
import io.connections.adapters.persistence.run.PostgresRunJournal;
import io.connections.adapters.run.Customers.Shape;
import io.connections.application.run.port.CrashPoints;
import io.connections.application.run.port.ShareKey;
import io.connections.domain.run.RunId;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a chunk that cannot be written as it was decided.
class ChunksTest {
    @TempDir Path folder;
    private final TestDatabase database = TestDatabase.create();
    private final Runs runs = new Runs(database.dataSource());

    private final CountDownLatch thawed = new CountDownLatch(1);
    private FutureTask<String> frozen = new FutureTask<>(() -> "never started");

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 20})
    @Tag("M17")
    void aChunkIsHalvedUntilOnlyWhatCannotBeStoredIsRejected(int chunkSize) throws Exception {
        Customers.write(folder.resolve("a.csv"), 20, 1, Shape.PLAIN);
        runs.execute(
                """
                alter table profile add constraint picky
                  check (properties->>'1' not in ('C-000000003', 'C-000000020'))
                """);
        RunId run = runs.queue();

        work(run, chunkSize, CrashPoints.NONE);

        assertThat(runs.state(run)).isEqualTo("FINISHED");
        assertThat(runs.counts(run))
                .isEqualTo("read=20 created=18 updated=0 unchanged=0 rejected=2");
        assertThat(
                        runs.texts(
                                """
                                select line || ' ' || reason from rejected_record
                                where run_id = ? order by number
                                """,
                                run.value()))
                .containsExactly("4 not-storable", "21 not-storable");
        assertThat(runs.ledger(run)).hasSize(18);
        assertThat(runs.number("select position from run_lane")).isEqualTo(20);
    }

    @Test
    @Tag("M18")
    void aChunkThatMeetsAnEditIsDecidedAgainAndTheEditStays() throws Exception {
        imported(10, 1);
        Customers.write(folder.resolve("a.csv"), 10, 2, Shape.PLAIN);
        RunId run = runs.queue();
        Attempts attempts =
                new Attempts(
                        1,
                        """
                        update profile set version = version + 1,
                          properties = properties || '{"99": "kept"}'
                        """);

        work(run, 100, attempts);

        assertThat(runs.counts(run)).contains("updated=10").contains("rejected=0");
        assertThat(runs.number("select count(*) from profile where properties->>'99' = 'kept'"))
                .isEqualTo(10);
        assertThat(runs.ledger(run)).hasSize(10);
        assertThat(String.join(" ", runs.log(run))).contains("decided again");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    @Tag("M18")
    void aRecordIsNeverRejectedBecauseOthersAreBusyWithItsProfile(int records) throws Exception {
        imported(records, 1);
        Customers.write(folder.resolve("a.csv"), records, 2, Shape.PLAIN);
        RunId run = runs.queue();

        work(run, 100, new Attempts(10, "update profile set version = version + 1"));

        assertThat(runs.counts(run)).contains("updated=" + records).contains("rejected=0");
        assertThat(runs.ledger(run)).hasSize(records);
    }

    @Test
    @Tag("M18")
    @Timeout(60)
    void whatWasDecidedAheadIsDecidedAgainWhenItMeetsAnEdit() throws Exception {
        CustomerImport inOneLane = customers().withEmailAsSecondIdentifier();
        Customers.write(folder.resolve("a.csv"), 1, 1, Shape.PLAIN);
        Worker.work(database, runs.queue(), inOneLane, 100, 2, CrashPoints.NONE);
        Customers.write(folder.resolve("a.csv"), 1, 2, Shape.PLAIN);
        RunId run = runs.queue();
        runs.rereadFinished(run);

        Worker.work(
                database,
                run,
                inOneLane,
                100,
                2,
                new Attempts(1, "update profile set version = version + 1"));

        assertThat(runs.counts(run)).contains("updated=1").contains("rejected=0");
        assertThat(String.join(" ", runs.log(run))).contains("decided again");
    }

    @Test
    @Tag("M18")
    void aWorkerThatFrozeWritesNothingOnceAnotherHasItsShare() throws Exception {
        PostgresRunJournal journal = new PostgresRunJournal(database.dataSource());
        RunId run = frozenAfterThreeChunks();

        journal.take(new ShareKey(run, 0), "another");
        thaw();

        assertThat(runs.number("select count(*) from profile")).isEqualTo(300);
        assertThat(runs.number("select position from run_lane")).isEqualTo(300);
        assertThat(runs.state(run)).isEqualTo("RUNNING");
        assertThat(String.join(" ", runs.log(run))).contains("Another process has taken over");
    }

    @Test
    @Tag("M18")
    void aRunThatAnotherFinishedMeanwhileStaysAsItIs() throws Exception {
        RunId run = frozenAfterThreeChunks();

        work(run, 70, CrashPoints.NONE);
        thaw();

        assertThat(runs.state(run)).isEqualTo("FINISHED");
        assertThat(runs.counts(run))
                .isEqualTo("read=1000 created=1000 updated=0 unchanged=0 rejected=0");
        assertThat(runs.ledger(run)).hasSize(1000);
    }

    /// A worker that stands still behind its third chunk, as a process that is paused does.
    private RunId frozenAfterThreeChunks() throws InterruptedException {
        Customers.write(folder.resolve("a.csv"), 1000, 1, Shape.PLAIN);
        RunId run = runs.queue();
        CountDownLatch reached = new CountDownLatch(1);
        frozen =
                new FutureTask<>(
                        () -> {
                            work(run, 100, new Worker.After(3, () -> freeze(reached, thawed)));
                            return "left";
                        });
        Thread.ofVirtual().start(frozen);
        assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
        return run;
    }

    private void thaw() throws Exception {
        thawed.countDown();
        frozen.get(60, TimeUnit.SECONDS);
    }

    private static void freeze(CountDownLatch reached, CountDownLatch thawed) {
        reached.countDown();
        try {
            thawed.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void imported(int records, long seed) throws InterruptedException {
        Customers.write(folder.resolve("a.csv"), records, seed, Shape.PLAIN);
        work(runs.queue(), 100, CrashPoints.NONE);
    }

    private void work(RunId run, int chunkSize, CrashPoints crashPoints)
            throws InterruptedException {
        runs.rereadFinished(run);
        Worker.work(database, run, customers(), chunkSize, 1, crashPoints);
    }

    private CustomerImport customers() {
        return CustomerImport.from(goal -> FileSources.local(folder, goal.source()));
    }

    /// Somebody else is busy with the profiles during so many attempts to write a chunk.
    private final class Attempts implements CrashPoints {
        private final AtomicInteger left;
        private final String change;

        Attempts(int times, String change) {
            this.left = new AtomicInteger(times);
            this.change = change;
        }

        @Override
        public void reached(Point point) {
            if (point == Point.BEFORE_COPY && left.getAndDecrement() > 0) {
                runs.execute(change);
            }
        }
    }
}
