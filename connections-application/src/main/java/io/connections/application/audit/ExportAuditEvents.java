package io.connections.application.audit;

import io.connections.application.audit.port.AuditReadings;
import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.ObjectKind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All events that a filter lets through, newest first, read page by page as fast as they are
/// taken. That somebody took them along is an event too.
@Singleton
public final class ExportAuditEvents {
    private final UnitOfWork unitOfWork;
    private final AuditReadings events;
    private final AuditTrail trail;

    ExportAuditEvents(UnitOfWork unitOfWork, AuditReadings events, AuditTrail trail) {
        this.unitOfWork = unitOfWork;
        this.events = events;
        this.trail = trail;
    }

    public record Query(Actor actor, EventFilter filter) {}

    public Uni<Multi<RecordedEvent>> handle(Query query) {
        return unitOfWork
                .run(
                        () -> {
                            query.actor().require(Permission.AUDIT_READ);
                            query.filter().requireSearchable();
                            return trail.record(exported(query));
                        })
                .replaceWith(() -> pages(query.filter()));
    }

    private static AuditEvent exported(Query query) {
        EventFilter filter = query.filter();
        return new AuditEvent(
                query.actor(),
                Action.EXPORTED,
                new Subject(ObjectKind.AUDIT_TRAIL, Optional.empty(), "Audit"),
                Stream.of(
                                said("Actor", filter.actor()),
                                said("Action", filter.action().map(Action::word)),
                                said("Kind", filter.kind().map(ObjectKind::word)),
                                said("Object", filter.object()),
                                said("From", filter.from()),
                                said("To", filter.to()),
                                said("Search", filter.search()))
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Change> said(String what, Optional<?> wanted) {
        return wanted.map(value -> List.of(Change.of(what, "", value.toString())))
                .orElse(List.of());
    }

    private Multi<RecordedEvent> pages(EventFilter filter) {
        return Multi.createBy()
                .repeating()
                .uni(
                        Place::new,
                        place ->
                                unitOfWork
                                        .run(
                                                () ->
                                                        events.list(
                                                                filter,
                                                                new PageRequest(
                                                                        place.after,
                                                                        PageRequest.MAX_LIMIT)))
                                        .invoke(page -> place.after = page.next()))
                .whilst(page -> page.next().isPresent())
                .onItem()
                .transformToIterable(Page::items);
    }

    private static final class Place {
        private Optional<Cursor> after = Optional.empty();
    }
}
