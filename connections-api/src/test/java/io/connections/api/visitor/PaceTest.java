package io.connections.api.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("M25")
class PaceTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5_000);
    private final Pace pace = new Pace(10, 3, nanos::get);

    @Test
    void soManyAreLetInAtOnceAndThenOneAfterTheOther() {
        assertThat(pace.ask("ada")).isZero();
        assertThat(pace.ask("ada")).isZero();
        assertThat(pace.ask("ada")).isZero();
        assertThat(pace.ask("ada")).isEqualTo(Duration.ofMillis(100));

        nanos.addAndGet(Duration.ofMillis(100).toNanos());

        assertThat(pace.ask("ada")).isZero();
        assertThat(pace.ask("ada")).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void whoIsRefusedIsNotHeldBackLongerForAsking() {
        for (int i = 0; i < 1_000; i++) {
            pace.ask("ada");
        }

        nanos.addAndGet(Duration.ofMillis(300).toNanos());

        assertThat(pace.ask("ada")).isZero();
    }

    @Test
    void othersAreNotHeldBack() {
        for (int i = 0; i < 10; i++) {
            pace.ask("ada");
        }

        assertThat(pace.ask("ben")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 10.1.2.4, false",
        "2001:db8::1, 2001:db8::ffff:1, true",
        "2001:db8::1, 2001:db8:0:1::1, false",
        "unix, unix, true"
    })
    void ofAnAddressAsMuchCountsAsOneHouseholdHas(String one, String other, boolean same) {
        assertThat(RemoteAddress.network(one).equals(RemoteAddress.network(other))).isEqualTo(same);
    }
}
