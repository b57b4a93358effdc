package io.connections.adapters.persistence.audit;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.kernel.port.UnitOfWork;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Lets go of events that are older than the operator wants them kept, by whole months.
@Singleton
class AuditRetention {
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;
    private final Period keep;

    AuditRetention(
            UnitOfWork unitOfWork,
            InstantSource clock,
            @ConfigProperty(name = "connections.audit.keep", defaultValue = "P2Y") String keep) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.keep = positive(Period.parse(keep));
    }

    private static Period positive(Period keep) {
        if (keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException(
                    "connections.audit.keep is a period such as P2Y, not " + keep);
        }
        return keep;
    }

    @Scheduled(every = "24h", delayed = "1m", identity = "audit-retention")
    Uni<Void> letGo() {
        String before = clock.instant().atOffset(ZoneOffset.UTC).minus(keep).toString();
        return unitOfWork
                .run(
                        () ->
                                Sql.select(
                                        "select drop_audit_events_before("
                                                + "cast(cast(?1 as text) as timestamptz)) as dropped",
                                        before))
                .replaceWithVoid();
    }
}
