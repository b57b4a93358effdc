package io.connections.domain.visitor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A browser's clock, which may be wrong by years. It says how long before sending something
/// happened; when that was, our own clock says.
///
/// @param sentAt by the browser's clock
/// @param receivedAt by ours
public record SendersClock(Instant sentAt, Instant receivedAt) {
    /// What happened earlier is not told any more.
    public static final Duration MAX_AGE = Duration.ofDays(7);

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    /// Whether a clock can show that time at all. Beyond, differences have no number.
    public static boolean canShow(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    public SendersClock {
        if (!canShow(sentAt)) {
            throw new IllegalArgumentException("no clock shows " + sentAt);
        }
    }

    /// When something happened by our clock, in milliseconds and never later than it was received.
    /// Empty: more than seven days before.
    ///
    /// @param at by the browser's clock, of the years 1 to 9999
    public Optional<Instant> happened(Instant at) {
        Instant ours =
                receivedAt.minus(Duration.between(at, sentAt)).truncatedTo(ChronoUnit.MILLIS);
        Instant received = receivedAt.truncatedTo(ChronoUnit.MILLIS);
        Instant happened = ours.isAfter(received) ? received : ours;
        return happened.isBefore(received.minus(MAX_AGE))
                ? Optional.empty()
                : Optional.of(happened);
    }
}
