package io.connections.adapters.persistence.runs;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.kernel.port.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/// Lets go of hours that no chart reaches any more.
@Singleton
class HourlyTotalRetention {
    private static final Duration KEPT = Duration.ofDays(62);

    private final UnitOfWork unitOfWork;
    private final InstantSource clock;

    HourlyTotalRetention(UnitOfWork unitOfWork, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Scheduled(every = "24h", delayed = "2m", identity = "hourly-total-retention")
    Uni<Void> letGo() {
        return unitOfWork
                .run(
                        () ->
                                Sql.change(
                                        "delete from hourly_total where hour < ?1",
                                        clock.instant().minus(KEPT)))
                .replaceWithVoid();
    }
}
