package io.connections.application.visitor;

import io.connections.application.visitor.port.EventQueue;
import io.connections.application.visitor.port.VisitorRepository;
import io.connections.domain.visitor.Visitor;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/// Visitors with all that was said at them, also a moment ago, when nobody has handled it yet: the
/// tag asks right after.
@Singleton
final class VisitorsNow {
    private final VisitorRepository visitors;
    private final EventQueue queue;
    private final InstantSource clock;

    VisitorsNow(VisitorRepository visitors, EventQueue queue, InstantSource clock) {
        this.visitors = visitors;
        this.queue = queue;
        this.clock = clock;
    }

    /// Inside a unit of work.
    Uni<Visitor> get(VisitorId id) {
        return visitors.find(List.of(id))
                .map(found -> found.getOrDefault(id, Visitor.met(id, clock.instant())))
                .chain(
                        visitor ->
                                queue.waitingStatements(List.of(id))
                                        .map(waiting -> after(visitor, waiting)));
    }

    private static Visitor after(Visitor known, List<QueuedEvent> waiting) {
        Visitor visitor = known;
        for (QueuedEvent each : waiting) {
            visitor = visitor.after(each.event(), each.evidence());
        }
        return visitor;
    }
}
