package io.connections.application.audit.port;

import io.connections.application.audit.EventFilter;
import io.connections.application.audit.RecordedEvent;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.smallrye.mutiny.Uni;

/// Looks up what was recorded. Called inside a
/// [unit of work][io.connections.application.kernel.port.UnitOfWork].
public interface AuditReadings {
    /// Newest first. What it costs follows from the page, not from how many events there are.
    ///
    /// Fails with [io.connections.application.kernel.RequestInvalid] when the cursor is not one of
    /// this list.
    Uni<Page<RecordedEvent>> list(EventFilter filter, PageRequest page);
}
