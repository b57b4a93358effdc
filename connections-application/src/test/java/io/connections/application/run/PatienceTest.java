package io.connections.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("M17")
@Timeout(20)
class PatienceTest {
    @Test
    void aLongPauseEndsSoonAfterTheAnswerHasBecomeYes() throws Exception {
        AtomicInteger asked = new AtomicInteger();

        boolean yes = Patience.pauseUnless(() -> asked.incrementAndGet() == 3, Duration.ofHours(1));

        assertThat(yes).isTrue();
        assertThat(asked).hasValue(3);
    }

    @Test
    void aPauseIsOverWhenTheAnswerStaysNo() throws Exception {
        assertThat(Patience.pauseUnless(() -> false, Duration.ofMillis(2))).isFalse();
    }

    @Test
    void whoIsToldYesAtOnceDoesNotPause() throws Exception {
        assertThat(Patience.pauseUnless(() -> true, Duration.ofHours(1))).isTrue();
    }
}
