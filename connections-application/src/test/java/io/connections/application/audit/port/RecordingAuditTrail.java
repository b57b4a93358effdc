package io.connections.application.audit.port;

import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.domain.audit.AuditEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/// Hears every event; those of a unit of work that fails are as if they had not been.
public final class RecordingAuditTrail implements AuditTrail, InMemoryUnitOfWork.Store {
    private final List<AuditEvent> events = new ArrayList<>();

    /// All that was recorded, in its order.
    public List<AuditEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public Uni<Void> record(AuditEvent event) {
        return Uni.createFrom().voidItem().invoke(() -> events.add(event));
    }

    @Override
    public Runnable remember() {
        List<AuditEvent> before = List.copyOf(events);
        return () -> {
            events.clear();
            events.addAll(before);
        };
    }
}
