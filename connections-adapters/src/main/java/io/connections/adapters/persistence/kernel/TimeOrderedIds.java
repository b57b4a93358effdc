package io.connections.adapters.persistence.kernel;

import io.connections.application.kernel.port.Ids;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/// Version 7 (RFC 9562, 5.7): 48 bits of milliseconds, the rest random.
@Singleton
final class TimeOrderedIds implements Ids {
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    TimeOrderedIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        long high = (clock.millis() << 16) | 0x7000L | random.nextInt(1 << 12);
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
