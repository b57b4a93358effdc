package io.connections.application.kernel.port;

import java.util.UUID;

/// Ids that count from 1, so that a test can say which one is meant.
public final class CountedIds implements Ids {
    private long last;

    @Override
    public UUID next() {
        return id(++last);
    }

    public static UUID id(long number) {
        return new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }
}
