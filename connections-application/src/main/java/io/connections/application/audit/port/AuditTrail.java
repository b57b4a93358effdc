package io.connections.application.audit.port;

import io.connections.domain.audit.AuditEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// Remembers what happened, for good. Called inside the [unit of
/// work][io.connections.application.kernel.port.UnitOfWork] that makes it happen, so that neither
/// is ever there without the other.
public interface AuditTrail {
    /// Nobody can change or take back what is recorded, once the unit of work has ended well.
    default Uni<Void> record(AuditEvent event) {
        return recordAll(List.of(event));
    }

    /// Each as [#record] does, in this order.
    Uni<Void> recordAll(List<AuditEvent> events);
}
