package io.connections.application.audit;

import io.connections.application.audit.port.AuditReadings;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Who did what, newest first.
@Singleton
public final class ListAuditEvents {
    private final UnitOfWork unitOfWork;
    private final AuditReadings events;

    ListAuditEvents(UnitOfWork unitOfWork, AuditReadings events) {
        this.unitOfWork = unitOfWork;
        this.events = events;
    }

    public record Query(Actor actor, EventFilter filter, PageRequest page) {}

    public Uni<Page<RecordedEvent>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.AUDIT_READ);
                    query.filter().requireSearchable();
                    return events.list(query.filter(), query.page());
                });
    }
}
