package io.connections.domain.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M25")
class SendersClockTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final long YEAR = Duration.ofDays(366).toMillis();

    /// However wrong the clock is: only how long before sending it happened counts.
    @Property
    void whatHappenedSomeTimeBeforeItWasSentHappenedThatLongBeforeItWasReceived(
            @ForAll("clocks") Instant sentAt,
            @ForAll @LongRange(min = 0, max = 604_800_000) long millisBefore) {
        Optional<Instant> happened =
                new SendersClock(sentAt, NOON).happened(sentAt.minusMillis(millisBefore));

        assertThat(happened).contains(NOON.minusMillis(millisBefore));
    }

    @Property
    void nothingHappensAfterItWasReceivedNorMoreThanSevenDaysBefore(
            @ForAll("clocks") Instant sentAt, @ForAll("clocks") Instant at) {
        Optional<Instant> happened = new SendersClock(sentAt, NOON).happened(at);

        assertThat(happened.isEmpty()).isEqualTo(at.isBefore(sentAt.minus(SendersClock.MAX_AGE)));
        happened.ifPresent(
                time -> assertThat(time).isBetween(NOON.minus(SendersClock.MAX_AGE), NOON));
    }

    /// Two events of one visitor stay in their order.
    @Property
    void whatHappenedLaterIsNotPlacedEarlier(
            @ForAll("clocks") Instant sentAt,
            @ForAll @LongRange(min = 0, max = 604_800_000) long first,
            @ForAll @LongRange(min = 0, max = 604_800_000) long second) {
        SendersClock clock = new SendersClock(sentAt, NOON);

        Instant earlier = clock.happened(sentAt.minusMillis(Math.max(first, second))).orElseThrow();
        Instant later = clock.happened(sentAt.minusMillis(Math.min(first, second))).orElseThrow();

        assertThat(earlier).isBeforeOrEqualTo(later);
    }

    @Provide
    Arbitrary<Instant> clocks() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-3 * YEAR, 3 * YEAR).map(NOON::plusMillis),
                Arbitraries.longs().between(-800_000_000, 800_000_000).map(NOON::plusMillis),
                Arbitraries.of(
                        Instant.parse("0001-01-01T00:00:00Z"),
                        Instant.EPOCH,
                        Instant.parse("9999-12-31T23:59:59.999Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-11-27T12:00:05Z, 2027-11-27T12:00:01.004Z, 2026-11-27T11:59:56.004Z",
        "2026-11-27T12:00:00Z, 2026-11-20T12:00:00Z, 2026-11-20T12:00:00Z",
        "2026-11-27T12:00:00Z, 2026-11-20T11:59:59.999Z,",
        "2026-11-27T12:00:00Z, 2026-11-27T12:00:01Z, 2026-11-27T12:00:00Z",
        "2026-11-27T12:00:00.000900Z, 2026-11-27T12:00:00Z, 2026-11-27T11:59:59.999Z"
    })
    void anEventIsPlacedByHowLongBeforeSendingItHappened(
            Instant sentAt, Instant at, Instant happened) {
        assertThat(new SendersClock(sentAt, NOON).happened(at))
                .isEqualTo(Optional.ofNullable(happened));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59Z", "-0001-01-01T00:00:00Z"})
    void noClockShowsATimeWithoutADate(Instant time) {
        assertThat(SendersClock.canShow(time)).isFalse();
    }

    @Test
    void theTimesOfACalendarCanBeShown() {
        assertThat(SendersClock.canShow(NOON)).isTrue();
    }
}
