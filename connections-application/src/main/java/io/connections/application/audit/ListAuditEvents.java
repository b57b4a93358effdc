package io.connections.application.audit;

import io.connections.application.audit.port.AuditReadings;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.KnownObjects;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who did what, newest first.
@Singleton
public final class ListAuditEvents {
    private static final Set<ObjectKind> LOOKED_AT =
            EnumSet.of(
                    ObjectKind.CONNECTION,
                    ObjectKind.RUN,
                    ObjectKind.PROFILE,
                    ObjectKind.PROFILE_PROPERTY,
                    ObjectKind.OBJECTIVE,
                    ObjectKind.LABEL,
                    ObjectKind.CHANNEL);

    private final UnitOfWork unitOfWork;
    private final AuditReadings events;
    private final KnownObjects objects;

    ListAuditEvents(UnitOfWork unitOfWork, AuditReadings events, KnownObjects objects) {
        this.unitOfWork = unitOfWork;
        this.events = events;
        this.objects = objects;
    }

    public record Query(Actor actor, EventFilter filter, PageRequest page) {}

    public Uni<Page<ListedEvent>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.AUDIT_READ);
                    query.filter().requireSearchable();
                    return events.list(query.filter(), query.page()).chain(this::listed);
                });
    }

    private Uni<Page<ListedEvent>> listed(Page<RecordedEvent> page) {
        Set<ObjectRef> named =
                page.items().stream()
                        .flatMap(recorded -> object(recorded).stream())
                        .collect(Collectors.toSet());
        return objects.existing(named)
                .map(
                        existing ->
                                page.map(
                                        recorded ->
                                                new ListedEvent(
                                                        recorded,
                                                        object(recorded)
                                                                .filter(
                                                                        one ->
                                                                                !existing.contains(
                                                                                        one))
                                                                .isPresent())));
    }

    private static Optional<ObjectRef> object(RecordedEvent recorded) {
        Subject subject = recorded.event().subject();
        return subject.id()
                .filter(_ -> LOOKED_AT.contains(subject.kind()))
                .map(id -> new ObjectRef(subject.kind(), id));
    }
}
