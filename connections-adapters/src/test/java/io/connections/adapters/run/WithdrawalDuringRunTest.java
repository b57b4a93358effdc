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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// People withdraw their consent while a run is at work on their records.
@Tag("M27")
class WithdrawalDuringRunTest {
    private static final int CHUNK = 1_000;

    @TempDir Path folder;
    private final TestDatabase database = TestDatabase.create();
    private final Runs runs = new Runs(database.dataSource());

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void noProfileOfALaterChunkIsProcessed(int lanes) throws InterruptedException {
        everybodyWithdrawsAfterFiveChunks(20_000, CHUNK, lanes);
    }

    @Test
    @Tag("long")
    void norOfAMillion() throws InterruptedException {
        everybodyWithdrawsAfterFiveChunks(1_000_000, 4_000, 2);
    }

    private void everybodyWithdrawsAfterFiveChunks(int rows, int chunk, int lanes)
            throws InterruptedException {
        RunId second = everybodyIsKnownAndTheFileHasNews(rows, chunk);
        AtomicLong updatedBefore = new AtomicLong();
        CrashPoints atTheFifth =
                new Worker.After(
                        5,
                        () -> {
                            withdraw("where true");
                            updatedBefore.set(updated(second));
                        });

        Worker.work(database, second, customers(), chunk, lanes, atTheFifth);

        assertThat(runs.state(second)).as(String.valueOf(runs.log(second))).isEqualTo("FINISHED");
        long updated = updated(second);
        assertThat(updated).isEqualTo(updatedBefore.get()).isBetween(1L, rows - 1L);
        assertThat(heldBack(second)).isEqualTo(rows - updated);
        assertThat(runs.number("select count(*) from profile where properties->>'5' like '%bis%'"))
                .isEqualTo(updated);
    }

    @Test
    void whoWithdrawsBetweenReadingAndWritingIsDecidedUponAgain() throws InterruptedException {
        RunId second = everybodyIsKnownAndTheFileHasNews(CHUNK, CHUNK);
        CrashPoints decided =
                new CrashPoints() {
                    private boolean withdrawn;

                    @Override
                    public synchronized void reached(Point point) {
                        if (point == Point.BEFORE_COPY && !withdrawn) {
                            withdrawn = true;
                            withdraw(
                                    "where id in (select profile_id from profile_identifier where property = 1 and value < 'C-000000101')");
                        }
                    }
                };

        Worker.work(database, second, customers(), CHUNK, 1, decided);

        assertThat(runs.state(second)).isEqualTo("FINISHED");
        assertThat(heldBack(second)).isEqualTo(100);
        assertThat(updated(second)).isEqualTo(CHUNK - 100);
        assertThat(
                        runs.texts(
                                """
                                select distinct substr(i.value, 1, 9) from profile p
                                join profile_identifier i on i.profile_id = p.id
                                where i.property = 1 and p.properties->>'5' not like '%bis%'
                                """))
                .containsExactlyInAnyOrder("C-0000000", "C-0000001");
    }

    @Test
    void whatAMendedRecordSaysIsAsOldAsTheRunThatReadItFirst() throws InterruptedException {
        Instant monday = Instant.parse("2026-11-23T08:00:00Z");
        RunId first = queued(1, new Trigger.Manual("Mia"), monday);
        runs.execute(
                "update run set state = 'STOPPED', ended_at = now() where id = ?", first.value());
        RunId second =
                queued(2, new Trigger.Replay(first, monday, "Mia"), monday.plusSeconds(3_600));
        Customers.write(folder.resolve("a.csv"), 1, 1, Shape.PLAIN);

        Worker.work(
                database,
                second,
                CustomerImport.from(goal -> FileSources.local(folder, goal.source()))
                        .linkedTo(1, true),
                CHUNK,
                1,
                CrashPoints.NONE);

        assertThat(runs.texts("select consent #>> '{objective-1,1}' from profile"))
                .containsExactly(String.valueOf(monday.toEpochMilli()));
    }

    @Test
    void whatWasSaidAtAWebsiteIsHeardBeforeTheFileMakesAProfile() throws InterruptedException {
        Customers.write(folder.resolve("a.csv"), 4, 1, Shape.PLAIN);
        List<String> ids = List.of("C-000000001", "C-000000002", "C-000000003", "C-000000004");
        visits("claims and refuses", ids.get(0), false, "r", 2_000);
        visits("claims and grants", ids.get(1), false, "g", 2_000);
        visits("grants too early", ids.get(2), true, "g", 500);
        visits("grants", ids.get(3), true, "g", 2_000);
        RunId run = runs.queue();

        Worker.work(database, run, customers(), CHUNK, 1, CrashPoints.NONE);

        assertThat(heldBack(run)).isEqualTo(3);
        assertThat(
                        runs.texts(
                                """
                                select i.value || ' ' || p.consent from profile p
                                join profile_identifier i on i.profile_id = p.id
                                """))
                .containsExactly(ids.get(3) + " {\"objective-1\": [\"g\", 2000, 0]}");
    }

    private void visits(String visitor, String customer, boolean proven, String said, long at) {
        runs.execute(
                """
                insert into visitor (id, consent, first_seen, last_seen)
                values (?, jsonb_build_object('objective-1', jsonb_build_array(?::text, ?::bigint, 9)),
                  now(), now())
                """,
                visitor,
                said,
                at);
        runs.execute(
                """
                insert into visitor_identity (visitor, property, value, proven, grants_since)
                values (?, 1, ?, ?, to_timestamp(1))
                """,
                visitor,
                customer,
                proven);
    }

    private RunId queued(long number, Trigger trigger, Instant at) {
        RunId id = new RunId(UUID.randomUUID());
        runs.queue(
                new Run.Order(
                        id,
                        number,
                        new ConnectionId(CustomerImport.CONNECTION),
                        Version.FIRST,
                        trigger,
                        at),
                List.of(CustomerImport.GOAL));
        return id;
    }

    /// Everybody consented to the first objective; the second run changes every street.
    private RunId everybodyIsKnownAndTheFileHasNews(int rows, int chunk)
            throws InterruptedException {
        Customers.write(folder.resolve("a.csv"), rows, 1, Shape.PLAIN);
        RunId first = runs.queue();
        Worker.work(
                database,
                first,
                CustomerImport.from(goal -> FileSources.local(folder, goal.source()))
                        .linkedTo(1, true),
                chunk,
                2,
                CrashPoints.NONE);
        assertThat(runs.counts(first)).contains("created=" + rows + " ");
        Customers.write(folder.resolve("a.csv"), rows, 1, new Shape(0, 0, 100));
        RunId second = runs.queue();
        runs.rereadFinished(second);
        return second;
    }

    private CustomerImport customers() {
        return CustomerImport.from(goal -> FileSources.local(folder, goal.source()))
                .linkedTo(1, false);
    }

    /// As the API records it, for many at once.
    private void withdraw(String whom) {
        runs.execute(
                """
                update profile set version = version + 1,
                  consent = '{"objective-1":["r",4102444800000,1]}' %s
                """
                        .formatted(whom));
    }

    private long updated(RunId run) {
        return runs.number("select sum(updated) from run_lane where run_id = ?", run.value());
    }

    private long heldBack(RunId run) {
        return runs.number(
                "select coalesce(sum(records), 0) from run_held_back where run_id = ?",
                run.value());
    }
}
