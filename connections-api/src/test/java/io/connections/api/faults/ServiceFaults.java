package io.connections.api.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.ServiceProcess;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Whatever happens to the service, its database or the other system: what stands in the end is
/// what an undisturbed twin leaves behind, none missing, none twice. The classes run
/// beside each other.
@Tag("fault")
@Tag("M17")
@Tag("M18")
@Tag("M32")
@TestInstance(Lifecycle.PER_CLASS)
abstract class ServiceFaults {
    static final int KILLED = 137;

    private MainJob job;

    @BeforeAll
    void begin() {
        job = Prepared.once().job(getClass().getSimpleName());
    }

    @AfterAll
    void close() {
        job.close();
    }

    final MainJob job() {
        return job;
    }

    /// What an attempt that nothing disturbs leaves behind.
    final Outcome twin() {
        Outcome twin = Prepared.once().twin();
        assertThat(twin.fact("state")).containsExactly("FINISHED");
        assertThat(twin.fact("counts").getFirst()).contains("read=" + MainJob.LINES);
        assertThat(twin.fact("rejected")).hasSizeGreaterThan(100);
        assertThat(twin.fact("files on the server")).containsExactly("a.csv.done", "b.csv.done");
        return twin;
    }

    /// By a service that knows nothing of the one before but what the database says.
    final Outcome takenOver(String attempt, String run) {
        try (ServiceProcess service = job.service(attempt, Map.of())) {
            job.awaitEnd(attempt, run);
            return job.outcome(service, attempt, run);
        }
    }
}
