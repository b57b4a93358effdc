package io.connections.application.audit.port;

import io.connections.application.audit.EventFilter;
import io.connections.application.audit.RecordedEvent;
import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Hears every event; those of a unit of work that fails are as if they had not been. Each is a
/// second later than the one before.
public final class RecordingAuditTrail
        implements AuditTrail, AuditReadings, InMemoryUnitOfWork.Store {
    private static final Instant FIRST = Instant.parse("2026-11-25T10:00:00Z");

    private final List<RecordedEvent> events = new ArrayList<>();

    /// All that was recorded, in its order.
    public List<AuditEvent> events() {
        return events.stream().map(RecordedEvent::event).toList();
    }

    @Override
    public Uni<Void> recordAll(List<AuditEvent> told) {
        return Uni.createFrom().voidItem().invoke(() -> told.forEach(this::keep));
    }

    private void keep(AuditEvent event) {
        events.add(
                new RecordedEvent(
                        new UUID(0, events.size()), FIRST.plusSeconds(events.size()), event));
    }

    @Override
    public Uni<Page<RecordedEvent>> list(EventFilter filter, PageRequest page) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Optional<Instant> before =
                                    page.after().map(RecordingAuditTrail::instant);
                            List<RecordedEvent> found =
                                    events.reversed().stream()
                                            .filter(one -> matches(one, filter))
                                            .filter(
                                                    one ->
                                                            before.filter(
                                                                            at ->
                                                                                    !one.at()
                                                                                            .isBefore(
                                                                                                    at))
                                                                    .isEmpty())
                                            .limit(page.limit() + 1L)
                                            .toList();
                            return Page.of(
                                    found, page.limit(), one -> Cursor.of(one.at().toString(), ""));
                        });
    }

    private static Instant instant(Cursor cursor) {
        if (cursor.key().size() != 2) {
            throw RequestInvalid.cursor();
        }
        return Instant.parse(cursor.key().getFirst());
    }

    private static boolean matches(RecordedEvent one, EventFilter filter) {
        AuditEvent event = one.event();
        Subject subject = event.subject();
        return filter.actor().map(event.by().id()::equals).orElse(true)
                && filter.action().map(event.action()::equals).orElse(true)
                && filter.kind().map(subject.kind()::equals).orElse(true)
                && filter.object()
                        .map(id -> subject.id().filter(id::equals).isPresent())
                        .orElse(true)
                && filter.from().map(from -> !one.at().isBefore(from)).orElse(true)
                && filter.to().map(to -> one.at().isBefore(to)).orElse(true)
                && filter.search().map(text -> said(event).contains(lower(text))).orElse(true);
    }

    private static String said(AuditEvent event) {
        return lower(
                Stream.concat(
                                Stream.of(
                                        event.by().name(),
                                        event.by().origin().address(),
                                        saidOf(event.action()),
                                        event.subject().name(),
                                        event.subject().id().orElse("")),
                                event.changes().stream().map(RecordingAuditTrail::saidOf))
                        .collect(Collectors.joining(" ")));
    }

    private static String saidOf(Action action) {
        return action.word().replace('-', ' ');
    }

    private static String saidOf(Change change) {
        return switch (change) {
            case Change.Shown(String what, Optional<String> before, Optional<String> after) ->
                    what + " " + before.orElse("") + " " + after.orElse("");
            case Change.OfSecret(String what) -> what;
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public Runnable remember() {
        List<RecordedEvent> before = List.copyOf(events);
        return () -> {
            events.clear();
            events.addAll(before);
        };
    }
}
