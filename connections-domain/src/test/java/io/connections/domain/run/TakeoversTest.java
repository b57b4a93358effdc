package io.connections.domain.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M18")
class TakeoversTest {
    @Test
    void aRunOverWhichFiveDisappearWithoutGettingFurtherIsGivenUp() {
        Takeovers four = disappeared(4, Takeovers.NONE.takenUp(0), 0);

        Takeovers five = four.takenOver(0);

        assertThat(four.tooMany()).isFalse();
        assertThat(five.tooMany()).isTrue();
    }

    @Test
    void aRunThatGetsFurtherIsNeverGivenUp() {
        Takeovers takeovers = Takeovers.NONE.takenUp(0);

        for (int round = 1; round <= 100; round++) {
            takeovers = disappeared(4, takeovers.takenOver(round), round);

            assertThat(takeovers.tooMany()).isFalse();
        }
    }

    @Test
    void whoLetsARunGoHasNotDisappeared() {
        Takeovers four = disappeared(4, Takeovers.NONE, 0);

        Takeovers restarted = four.takenUp(0).takenUp(0);

        assertThat(restarted.tooMany()).isFalse();
        assertThat(restarted.takenOver(0).tooMany()).isTrue();
        assertThat(disappeared(4, four.takenUp(1), 1).tooMany()).isFalse();
    }

    private static Takeovers disappeared(int times, Takeovers before, long reached) {
        Takeovers takeovers = before;
        for (int time = 0; time < times; time++) {
            takeovers = takeovers.takenOver(reached);
        }
        return takeovers;
    }
}
