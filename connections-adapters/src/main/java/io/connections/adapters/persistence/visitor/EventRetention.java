package io.connections.adapters.persistence.visitor;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.visitor.SendersClock;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Lets go of events that are older than the operator wants them kept, a piece at a time. What was
/// made of them, the visitors and what they said, stays until their browsers have forgotten them,
// too.
@Singleton
class EventRetention {
    private static final int PIECE = 5_000;

    /// A replay is told by what is kept, and is taken for so long.
    private static final Duration LEAST = SendersClock.MAX_AGE.plusDays(1);

    /// For so long a browser keeps its visitor's id at most.
    private static final Duration THIRTEEN_MONTHS = Duration.ofDays(396);

    private final UnitOfWork unitOfWork;
    private final InstantSource clock;
    private final Duration keep;

    EventRetention(
            UnitOfWork unitOfWork,
            InstantSource clock,
            @ConfigProperty(name = "connections.collect.keep", defaultValue = "P30D") String keep) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.keep = enough(Duration.parse(keep));
    }

    private static Duration enough(Duration keep) {
        if (keep.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "connections.collect.keep is a period of at least %s, such as P30D, not %s"
                            .formatted(LEAST, keep));
        }
        return keep;
    }

    @Scheduled(
            every = "1h",
            delayed = "3m",
            identity = "event-retention",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> letGo() {
        Instant before = clock.instant().minus(keep);
        Instant longAgo = clock.instant().minus(THIRTEEN_MONTHS);
        return inPieces(() -> piece(before))
                .chain(() -> inPieces(() -> visitors(longAgo)))
                .chain(() -> inPieces(() -> counts("in_page_total", longAgo)))
                .chain(() -> inPieces(() -> counts("in_page_held_back", longAgo)));
    }

    private Uni<Void> inPieces(Supplier<Uni<Integer>> piece) {
        return Multi.createBy()
                .repeating()
                .uni(() -> unitOfWork.run(piece))
                .whilst(deleted -> deleted > 0)
                .onItem()
                .ignoreAsUni();
    }

    /// Nobody looks so far back.
    private static Uni<Integer> counts(String table, Instant before) {
        return Sql.change(
                """
                delete from %1$s where ctid in (select ctid from %1$s where day < ?1 limit ?2)
                """
                        .formatted(table),
                LocalDate.ofInstant(before, ZoneOffset.UTC),
                PIECE);
    }

    /// What they said reached the profiles that it is about, with what proves it.
    private static Uni<Integer> visitors(Instant before) {
        return Sql.change(
                """
                delete from visitor where last_seen < ?1 and id in (
                  select id from visitor where last_seen < ?1 order by last_seen limit ?2)
                """,
                before,
                PIECE);
    }

    /// The oldest come first; as soon as one is young enough the rest is, too. What is not handled
    /// yet stays, however old.
    private static Uni<Integer> piece(Instant before) {
        return Sql.change(
                        """
                        delete from collected_event e
                        where e.number in (
                            select o.number from (
                              select number, received_at from collected_event
                              order by number limit ?2) o
                            where o.received_at < ?1)
                          and not exists (
                            select from event_to_handle q
                            where q.stripe = e.stripe and q.number = e.number)
                        """,
                        before,
                        PIECE)
                .call(
                        () ->
                                Sql.change(
                                        """
                                        delete from event_set_aside a
                                        where a.set_aside_at < ?1 and not exists (
                                          select from collected_event e where e.number = a.number)
                                        """,
                                        before));
    }
}
