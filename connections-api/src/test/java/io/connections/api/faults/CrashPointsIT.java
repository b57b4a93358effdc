package io.connections.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ServiceProcess;
import io.connections.application.run.port.CrashPoints.Point;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A halt at each named point of a run.
class CrashPointsIT extends ServiceFaults {
    /// From the list itself: a new point cannot go untested.
    @ParameterizedTest
    @EnumSource(Point.class)
    void aHaltAtACrashPointLosesAndDoublesNothing(Point point) {
        String attempt = job().newAttempt("halt_" + name(point, '_'));
        int times =
                switch (point) {
                    case BEFORE_COPY, BEFORE_COMMIT, AFTER_COMMIT -> 23;
                    case AFTER_LAST_CHUNK, BEFORE_RENAME -> 1;
                };
        String run;
        try (ServiceProcess service =
                job().service(
                                attempt,
                                Map.of("connections.crash-at", name(point, '-') + ":" + times))) {
            run = job().run(service, attempt);
            assertThat(service.awaitExit()).as(service.said()).isEqualTo(KILLED);
        }
        assertThat(job().state(attempt, run)).isEqualTo("RUNNING");

        Outcome outcome = takenOver(attempt, run);

        assertThat(outcome.differencesFrom(twin())).isEmpty();
    }

    private static String name(Point point, char between) {
        return point.name().toLowerCase(Locale.ROOT).replace('_', between);
    }
}
