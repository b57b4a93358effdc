package io.connections.adapters.persistence.visitor;

import io.connections.application.visitor.VisitorEvents;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Has what was collected handled, on every replica.
@Singleton
class VisitorEventRounds {
    private static final Logger LOG = Logger.getLogger(VisitorEventRounds.class);
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    private final VisitorEvents events;
    private long toldAt = System.nanoTime() - TOLD_EVERY.toNanos();

    VisitorEventRounds(VisitorEvents events) {
        this.events = events;
    }

    @Scheduled(
            every = "${connections.collect.handle-every:1s}",
            identity = "visitor-events",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> workOff() {
        return events.workOff().onFailure().invoke(this::tell).onFailure().recoverWithNull();
    }

    private synchronized void tell(Throwable failure) {
        if (System.nanoTime() - toldAt >= TOLD_EVERY.toNanos()) {
            toldAt = System.nanoTime();
            LOG.warn("What was collected could not be handled. It is tried again.", failure);
        }
    }
}
