package io.connections.api.visitor;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/// How often each of very many may ask, in memory that does not grow with their number: all share a
/// fixed number of places, by a hash that nobody outside can foresee. Two that share a place share
/// what it allows.
final class Pace {
    private static final int PLACES = 1 << 16;
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private final long perRequest;
    private final long ahead;
    private final LongSupplier nanos;
    private final long secret = new SecureRandom().nextLong();

    /// When each place will have worked off what was asked so far.
    private final AtomicLongArray workedOffAt = new AtomicLongArray(PLACES);

    /// @param perSecond requests in the long run
    /// @param atOnce requests before that is held against anybody
    /// @param nanos a clock that only goes forward
    Pace(double perSecond, int atOnce, LongSupplier nanos) {
        this.perRequest = Math.round(Duration.ofSeconds(1).toNanos() / perSecond);
        this.ahead = perRequest * (atOnce - 1L);
        this.nanos = nanos;
        long now = nanos.getAsLong();
        for (int i = 0; i < PLACES; i++) {
            workedOffAt.set(i, now);
        }
    }

    /// Counts a request.
    ///
    /// @return how long to wait before the next try; zero: it is let in
    Duration ask(String who) {
        int place = place(who);
        long now = nanos.getAsLong();
        while (true) {
            long before = workedOffAt.get(place);
            long from = before - now > 0 ? before : now;
            long tooEarly = from - now - ahead;
            if (tooEarly > 0) {
                return Duration.ofNanos(tooEarly);
            }
            if (workedOffAt.compareAndSet(place, before, from + perRequest)) {
                return Duration.ZERO;
            }
        }
    }

    private int place(String who) {
        long hash = secret;
        for (int i = 0; i < who.length(); i++) {
            hash = (hash ^ who.charAt(i)) * MIXER;
            hash ^= hash >>> 29;
        }
        return (int) (hash >>> 48);
    }
}
