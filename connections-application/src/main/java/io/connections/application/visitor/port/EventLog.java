package io.connections.application.visitor.port;

import io.connections.domain.visitor.VisitorEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// Keeps what happened on channels' pages. Called outside a
/// [io.connections.application.kernel.port.UnitOfWork]: what many report at once is written
/// together.
public interface EventLog {
    /// Ends once the events cannot be lost any more. One that its visitor sent before, with the
    /// same id, counts once; so what failed can be sent again whole.
    ///
    /// Fails with [CollectorBusy] when they could not be written, or nobody knows whether they
    /// were.
    Uni<Void> append(List<VisitorEvent> events);
}
