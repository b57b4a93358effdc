package io.connections.application.run;

import io.connections.domain.profile.ProfileId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;

/// Version 7 UUIDs, each greater than the one before (RFC 9562, 6.2, method 1): profiles made
/// together lie together in the index, which is what makes their bulk load quick.
final class OrderedIds implements Supplier<ProfileId> {
    /// Quick rather than secret: an id opens nothing.
    private final SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());

    /// Milliseconds in the upper 48 bits, a counter in the lower 12.
    private long last;

    private final InstantSource clock;

    OrderedIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized ProfileId get() {
        last = Math.max(last + 1, clock.millis() << 12);
        long high = ((last >>> 12) << 16) | 0x7000L | (last & 0xFFF);
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new ProfileId(new UUID(high, low));
    }
}
