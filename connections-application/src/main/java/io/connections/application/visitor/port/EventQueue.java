package io.connections.application.visitor.port;

import io.connections.application.visitor.QueuedEvent;
import io.connections.domain.visitor.VisitorEvent.Identified;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Events that wait to be handled, in stripes: those of one visitor are in one, so that who holds
/// it has them in their order. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface EventQueue {
    /// The next of a stripe that nobody holds, which is held until the unit of work ends. Left out
    /// are visitors whose next event is to be tried again later. Empty where nothing is to be done.
    Uni<Optional<Work>> take(Instant now, int most);

    /// Those of them that still wait, once nobody else holds the stripe.
    Uni<List<QueuedEvent>> takeAgain(int stripe, Collection<Long> numbers);

    /// They are handled.
    Uni<Void> done(int stripe, Collection<Long> numbers);

    /// It failed once more. Until then nothing of its visitor is handled.
    Uni<Void> tryAgain(int stripe, QueuedEvent event, Instant at);

    /// It failed too often, and is kept with the reason. What its visitor did then goes on.
    Uni<Void> setAside(int stripe, QueuedEvent event, String reason, Instant at);

    /// What these visitors said of consent and of who they are that still waits, in its order.
    /// Nothing is held.
    Uni<List<QueuedEvent>> waitingStatements(Collection<VisitorId> visitors);

    /// Who was named last at the browser of each event before it happened, whoever was named since.
    ///
    /// @return by the number of the event; none where nobody was, or that is forgotten by now
    Uni<Map<Long, Identified>> namedBefore(Collection<QueuedEvent> events);

    /// @param events in their order, at least one
    record Work(int stripe, List<QueuedEvent> events) {
        public Work {
            events = List.copyOf(events);
        }
    }
}
