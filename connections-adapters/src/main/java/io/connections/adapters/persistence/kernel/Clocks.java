package io.connections.adapters.persistence.kernel;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

final class Clocks {
    private Clocks() {}

    /// Milliseconds: what the database keeps of a time is then exactly what was answered before it
    /// was kept.
    @Produces
    @Singleton
    static InstantSource system() {
        return () -> Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
