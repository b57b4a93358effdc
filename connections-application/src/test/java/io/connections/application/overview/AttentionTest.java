package io.connections.application.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.overview.ConnectionFacts.LastRun;
import io.connections.application.run.request.RunState;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which connections call somebody, and for what.
@Tag("M29")
class AttentionTest {
    @Test
    void whatIsSwitchedOffCallsNobody() {
        assertThat(ConnectionFactsFixtures.all())
                .allMatch(facts -> Attention.of(false, facts).isEmpty());
    }

    @Test
    void whatRunsNowCallsNobodyYet() {
        assertThat(ConnectionFactsFixtures.all())
                .filteredOn(facts -> facts.status() == ConnectionStatus.RUNNING)
                .isNotEmpty()
                .allMatch(facts -> Attention.of(true, facts).isEmpty());
    }

    @Test
    void aRunThatAPersonStoppedCallsNobodyForItsRejectedRecords() {
        LastRun stopped = new LastRun(RunState.STOPPED, false, Rejects.MANY);

        assertThat(Attention.of(true, new ConnectionFacts(true, Optional.of(stopped)))).isEmpty();
    }

    @Test
    void aRefusalThatOnlyAPersonCanMendIsAnErrorOfConfiguration() {
        LastRun refused = new LastRun(RunState.FAILED, true, Rejects.NONE);

        assertThat(Attention.of(true, new ConnectionFacts(true, Optional.of(refused))))
                .contains(Attention.CONFIGURATION_ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, NONE",
        "1000, 0, NONE",
        "1000, 9, FEW",
        "1000, 10, MANY",
        "1001, 10, FEW",
        "100, 1, FEW",
        "91, 9, FEW",
        "90, 9, MANY",
        "11, 1, FEW",
        "10, 1, MANY",
        "1, 1, MANY"
    })
    void oneRejectedRecordInAHundredIsManyAndOneInTenOfAShortFile(
            long read, long rejected, Rejects expected) {
        assertThat(Rejects.of(read, rejected)).isEqualTo(expected);
    }
}
