package io.connections.adapters.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.adapters.connector.file.FileSources;
import io.connections.adapters.persistence.TestDatabase;
import io.connections.adapters.run.Customers.Shape;
import io.connections.application.run.port.CrashPoints;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.Version;
import io.connections.domain.run.Run;
import io.connections.domain.run.RunId;
import io.connections.domain.run.Trigger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sums by hour are as exact as the counts of runs, whoever commits at once.
@Tag("M29")
class HourlyTotalsTest {
    @TempDir Path folder;
    private final TestDatabase database = TestDatabase.create();
    private final Runs runs = new Runs(database.dataSource());

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void runsThatCommitInTheSameHourAddUpAlsoWhereTheirChunksMeetAndAreRepeated() throws Exception {
        Customers.write(folder.resolve("a.csv"), 600, 1, Shape.PLAIN);
        List<RunId> several = List.of(queued(1), queued(2), queued(3));
        AtomicInteger attempts = new AtomicInteger();
        CrashPoints counting =
                point -> {
                    if (point == CrashPoints.Point.BEFORE_COPY) {
                        attempts.incrementAndGet();
                    }
                };

        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<@Nullable Void>> working =
                    several.stream().map(run -> workers.submit(() -> work(run, counting))).toList();
            for (Future<@Nullable Void> one : working) {
                one.get();
            }
        }

        assertThat(several).allMatch(run -> runs.state(run).equals("FINISHED"));
        assertThat(attempts.get()).isGreaterThanOrEqualTo(3 * 60);
        assertThat(sums("hourly_total")).isEqualTo(sums("run_lane")).startsWith("1800 ");
        assertThat(runs.number("select sum(runs_finished) from hourly_total")).isEqualTo(3);
        assertThat(runs.number("select sum(runs_failed + runs_stopped) from hourly_total"))
                .isZero();
    }

    @Test
    void neighbouringLanesDoNotWaitForOneAnother() throws Exception {
        RunId run = runs.queue();

        try (Connection one = database.dataSource().getConnection();
                Connection other = database.dataSource().getConnection()) {
            one.setAutoCommit(false);
            commitsSoon(one, run, 0);
            // Would give up here, were it to wait for the lane that has not committed yet.
            execute(other, "set lock_timeout = '2s'");
            for (int lane = 1; lane < 16; lane++) {
                commitsSoon(other, run, lane);
            }
            one.commit();
        }

        assertThat(runs.number("select count(*) from hourly_total")).isEqualTo(16);
        assertThat(runs.number("select sum(read) from hourly_total")).isEqualTo(16);
    }

    @Test
    void aChunkThatIsRolledBackLeavesNothingInItsHour() throws Exception {
        RunId run = runs.queue();

        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            commitsSoon(connection, run, 0);
            connection.rollback();
        }

        assertThat(runs.number("select count(*) from hourly_total")).isZero();
    }

    @Test
    void aRunThatFailedAndFinishedWhenItWasResumedHasEndedTwice() {
        RunId run = runs.queue();
        ends(run, "FAILED");
        runs.resume(run);
        ends(run, "FINISHED");

        assertThat(ends()).isEqualTo("failed=1 finished=1 stopped=0");
    }

    @Test
    void aRunThatWasStoppedAndResumedHasEndedOnce() {
        RunId run = runs.queue();
        ends(run, "STOPPED");
        runs.execute("update run set ended_at = ended_at - interval '3 hours'");
        runs.execute("update hourly_total set hour = hour - interval '3 hours'");
        String stopped = ends();
        runs.resume(run);
        String resumed = ends();

        ends(run, "FINISHED");

        assertThat(stopped).isEqualTo("failed=0 finished=0 stopped=1");
        assertThat(resumed).isEqualTo("failed=0 finished=0 stopped=0");
        assertThat(ends()).isEqualTo("failed=0 finished=1 stopped=0");
    }

    private String ends() {
        return runs.text(
                """
                select format('failed=%s finished=%s stopped=%s', sum(runs_failed),
                  sum(runs_finished), sum(runs_stopped)) from hourly_total
                """);
    }

    private void ends(RunId run, String state) {
        runs.execute("update run set state = ?, ended_at = now() where id = ?", state, run.value());
    }

    private static void commitsSoon(Connection connection, RunId run, int lane)
            throws SQLException {
        execute(
                connection,
                """
                insert into run_chunk (run_id, ordinal, share, lane, at, read, created, updated,
                  unchanged, skipped_for_consent, skipped_without_match, filtered, rejected, bytes)
                values ('%s', 0, 0, %d, '2026-03-01T10:59:59Z', 1, 1, 0, 0, 0, 0, 0, 0, 0)
                """
                        .formatted(run.value(), lane));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private RunId queued(long number) {
        RunId run = new RunId(UUID.randomUUID());
        runs.queue(
                new Run.Order(
                        run,
                        number,
                        new ConnectionId(UUID.randomUUID()),
                        new Version(1),
                        new Trigger.Manual("Mia"),
                        Instant.now()),
                List.of(CustomerImport.GOAL));
        return run;
    }

    private @Nullable Void work(RunId run, CrashPoints crashPoints) throws InterruptedException {
        Worker.work(
                database,
                run,
                CustomerImport.from(goal -> FileSources.local(folder, goal.source())),
                10,
                1,
                crashPoints);
        return null;
    }

    private String sums(String table) {
        return runs.text(
                """
                select concat_ws(' ', sum(read), sum(created), sum(updated), sum(unchanged),
                  sum(skipped_for_consent), sum(skipped_without_match), sum(filtered),
                  sum(rejected))
                from %s
                """
                        .formatted(table));
    }
}
