package io.connections.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.faults.RestartablePostgres.Stop;
import io.connections.api.testing.ServiceProcess;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The service killed anywhere, its database stopped, the other system gone.
class KillsAndOutagesIT extends ServiceFaults {
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
