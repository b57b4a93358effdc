package io.connections.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.faults.RestartablePostgres.Stop;
import io.connections.api.testing.ServiceProcess;
import io.connections.api.testing.Until;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The service killed anywhere, its database stopped, the other system gone.
class KillsAndOutagesIT extends ServiceFaults {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void killedAnywhereItLosesAndDoublesNothing(long seed) {
        long records = 500 + new Random(seed).nextLong(MainJob.LINES * 6L / 10);
        System.out.printf("seed %d: killed after %d records%n", seed, records);
        String attempt = job().newAttempt("kill_" + seed);
        String run;
        try (ServiceProcess service = job().service(attempt, Map.of())) {
            run = job().run(service, attempt);
            job().awaitRecords(attempt, run, records);
            service.kill();
        }
        assertThat(job().state(attempt, run)).isEqualTo("RUNNING");

        Outcome outcome = takenOver(attempt, run);

        assertThat(outcome.differencesFrom(twin())).isEmpty();
    }

    /// What a website was told is accepted is there, whenever the service dies, and is handled by
    /// the next one.
    @Test
    @Tag("M25")
    void killedWhileWebsitesReportItLosesNothingThatItAccepted() throws InterruptedException {
        String attempt = job().newAttempt("collecting");
        Visits visits;
        try (ServiceProcess service = job().service(attempt, Map.of())) {
            visits = Visits.begin(service);
            Until.holds(
                    () -> "visits are accepted", PATIENCE, () -> visits.accepted().size() > 300);
            service.kill();
            visits.end();
        }

        assertThat(job().database().texts(attempt, "select event_id from collected_event"))
                .containsAll(visits.accepted());
        try (ServiceProcess service = job().service(attempt, Map.of())) {
            assertThat(service.alive()).isTrue();
            Until.holds(
                    () -> "everything is handled",
                    PATIENCE,
                    () ->
                            job().database()
                                    .texts(
                                            attempt,
                                            "select cast(number as text) from event_to_handle limit 1")
                                    .isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(Stop.class)
    void aRunOutlivesItsDatabase(Stop how) {
        String attempt = job().newAttempt("database_" + how.name().toLowerCase(Locale.ROOT));
        try (ServiceProcess service = job().service(attempt, Map.of())) {
            String run = job().run(service, attempt);
            job().awaitRecords(attempt, run, 2000);

            job().database().stop(how);
            job().database().startAgain();
            long survived = job().read(attempt, run);
            job().awaitEnd(attempt, run);

            assertThat(survived).isBetween(2000L, MainJob.LINES - 1L);
            assertThat(job().outcome(service, attempt, run).differencesFrom(twin())).isEmpty();
        }
    }

    @Test
    void aServerCutOffInMidFileAndBackSoonIsReadOn() {
        String attempt = job().newAttempt("cut_off");
        try (ServiceProcess service = job().service(attempt, Map.of())) {
            job().sftp().cutOffAfter(700_000);
            String run = job().run(service, attempt);
            job().awaitLog(attempt, run, "Trying again");

            job().sftp().mend();
            job().awaitEnd(attempt, run);

            assertThat(job().outcome(service, attempt, run).differencesFrom(twin())).isEmpty();
        }
    }

    @Test
    void aServerThatStaysAwayFailsTheRunWhichIsThenResumed() {
        String attempt = job().newAttempt("away");
        try (ServiceProcess service = job().service(attempt, Map.of())) {
            job().sftp().cutOffAfter(700_000);
            String run = job().run(service, attempt);
            job().awaitEnd(attempt, run);
            String stateWhileAway = job().state(attempt, run);
            long readBefore = job().read(attempt, run);

            job().sftp().mend();
            service.asMarketer().post("/api/v1/runs/" + run + "/resume").then().statusCode(202);
            job().awaitEnd(attempt, run);

            assertThat(stateWhileAway).isEqualTo("FAILED");
            assertThat(readBefore).isBetween(1L, MainJob.LINES - 1L);
            assertThat(job().outcome(service, attempt, run).differencesFrom(twin())).isEmpty();
        }
    }
}
