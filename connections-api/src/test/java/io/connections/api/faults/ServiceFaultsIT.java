package io.connections.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.faults.RestartablePostgres.Stop;
import io.connections.application.run.port.CrashPoints.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever happens to the service, its database or the other system: what stands in the end is
/// what an undisturbed twin leaves behind, none missing, none twice.
@Tag("fault")
@Tag("M17")
@Tag("M18")
@Tag("M32")
@TestInstance(Lifecycle.PER_CLASS)
class ServiceFaultsIT {
    private static final int KILLED = 137;

    private MainJob job;
    private Outcome twin;

    @BeforeAll
    void undisturbed(@TempDir Path folder) throws IOException {
        job = new MainJob(folder);
        String attempt = job.newAttempt("twin");
        try (ServiceProcess service = job.service(attempt, Map.of())) {
            String run = job.run(service, attempt);
            job.awaitEnd(attempt, run);
            twin = job.outcome(service, attempt, run);
        }
        assertThat(twin.fact("state")).containsExactly("FINISHED");
        assertThat(twin.fact("counts").getFirst()).contains("read=" + MainJob.LINES);
        assertThat(twin.fact("rejected")).hasSizeGreaterThan(200);
        assertThat(twin.fact("files on the server")).containsExactly("a.csv.done", "b.csv.done");
    }

    @AfterAll
    void close() {
        job.close();
    }

    /// From the list itself: a new point cannot go untested.
    @ParameterizedTest
    @EnumSource(Point.class)
    void aHaltAtACrashPointLosesAndDoublesNothing(Point point) {
        String attempt = job.newAttempt("halt_" + name(point, '_'));
        int times =
                switch (point) {
                    case BEFORE_COPY, BEFORE_COMMIT, AFTER_COMMIT -> 37;
                    case AFTER_LAST_CHUNK, BEFORE_RENAME -> 1;
                };
        String run;
        try (ServiceProcess service =
                job.service(
                        attempt, Map.of("connections.crash-at", name(point, '-') + ":" + times))) {
            run = job.run(service, attempt);
            assertThat(service.awaitExit()).as(service.said()).isEqualTo(KILLED);
        }
        assertThat(job.state(attempt, run)).isEqualTo("RUNNING");

        Outcome outcome = takenOver(attempt, run);

        assertThat(outcome.differencesFrom(twin)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void killedAnywhereItLosesAndDoublesNothing(long seed) {
        long records = 500 + new Random(seed).nextLong(MainJob.LINES * 6L / 10);
        System.out.printf("seed %d: killed after %d records%n", seed, records);
        String attempt = job.newAttempt("kill_" + seed);
        String run;
        try (ServiceProcess service = job.service(attempt, Map.of())) {
            run = job.run(service, attempt);
            job.awaitRecords(attempt, run, records);
            service.kill();
        }
        assertThat(job.state(attempt, run)).isEqualTo("RUNNING");

        Outcome outcome = takenOver(attempt, run);

        assertThat(outcome.differencesFrom(twin)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Stop.class)
    void aRunOutlivesItsDatabase(Stop how) {
        String attempt = job.newAttempt("database_" + how.name().toLowerCase(Locale.ROOT));
        try (ServiceProcess service = job.service(attempt, Map.of())) {
            String run = job.run(service, attempt);
            job.awaitRecords(attempt, run, 3000);

            job.database().stop(how);
            job.database().startAgain();
            long survived = job.read(attempt, run);
            job.awaitEnd(attempt, run);

            assertThat(survived).isBetween(3000L, MainJob.LINES - 1L);
            assertThat(job.outcome(service, attempt, run).differencesFrom(twin)).isEmpty();
        }
    }

    @Test
    void aServerCutOffInMidFileAndBackSoonIsReadOn() {
        String attempt = job.newAttempt("cut_off");
        try (ServiceProcess service = job.service(attempt, Map.of())) {
            job.sftp().cutOffAfter(700_000);
            String run = job.run(service, attempt);
            job.awaitLog(attempt, run, "Trying again");

            job.sftp().mend();
            job.awaitEnd(attempt, run);

            assertThat(job.outcome(service, attempt, run).differencesFrom(twin)).isEmpty();
        }
    }

    @Test
    void aServerThatStaysAwayFailsTheRunWhichIsThenResumed() {
        String attempt = job.newAttempt("away");
        try (ServiceProcess service = job.service(attempt, Map.of())) {
            job.sftp().cutOffAfter(700_000);
            String run = job.run(service, attempt);
            job.awaitEnd(attempt, run);
            String stateWhileAway = job.state(attempt, run);
            long readBefore = job.read(attempt, run);

            job.sftp().mend();
            service.asMarketer().post("/api/v1/runs/" + run + "/resume").then().statusCode(202);
            job.awaitEnd(attempt, run);

            assertThat(stateWhileAway).isEqualTo("FAILED");
            assertThat(readBefore).isBetween(1L, MainJob.LINES - 1L);
            assertThat(job.outcome(service, attempt, run).differencesFrom(twin)).isEmpty();
        }
    }

    /// By a service that knows nothing of the one before but what the database says.
    private Outcome takenOver(String attempt, String run) {
        try (ServiceProcess service = job.service(attempt, Map.of())) {
            job.awaitEnd(attempt, run);
            return job.outcome(service, attempt, run);
        }
    }

    private static String name(Point point, char between) {
        return point.name().toLowerCase(Locale.ROOT).replace('_', between);
    }
}
