package io.connections.application.audit;

import io.connections.application.audit.port.AuditTrail;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Origin;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.connections.domain.audit.Subject;
import io.connections.domain.kernel.ObjectKind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sign-ins as they are heard of, until somebody writes them down: hearing never waits. The first
/// refusal of an address for a reason is told at once, those that follow within a minute together,
/// and what is remembered is bounded, so that a flood fills neither memory nor the trail.
@Singleton
public final class SignInJournal {
    static final Duration WINDOW = Duration.ofMinutes(1);

    /// More addresses than this at a time are told as one.
    static final int MAX_ADDRESSES = 500;

    private static final int MAX_WAITING = 10_000;
    private static final Origin MANY = new Origin("many addresses", "");

    private final UnitOfWork unitOfWork;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final Deque<AuditEvent> waiting = new ArrayDeque<>();
    private final Map<Place, Repeated> refusals = new LinkedHashMap<>();

    SignInJournal(UnitOfWork unitOfWork, AuditTrail trail, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.trail = trail;
        this.clock = clock;
    }

    private record Place(String address, String reason) {}

    private static final class Repeated {
        private final Origin origin;
        private final Instant since;
        private long more;

        private Repeated(Origin origin, Instant since) {
            this.origin = origin;
            this.since = since;
        }
    }

    public void signedIn(Actor actor) {
        keep(event(actor, Action.SIGNED_IN));
    }

    public void signedOut(Actor actor) {
        keep(event(actor, Action.SIGNED_OUT));
    }

    /// @param reason one of a few, in words for a person, with nothing of what was sent
    public synchronized void refused(Origin origin, String reason) {
        Origin from = origin;
        Repeated known = refusals.get(new Place(from.address(), reason));
        if (known == null && refusals.size() >= MAX_ADDRESSES) {
            from = MANY;
            known = refusals.get(new Place(from.address(), reason));
        }
        if (known != null) {
            known.more++;
            return;
        }
        refusals.put(new Place(from.address(), reason), new Repeated(from, clock.instant()));
        keep(refusal(from, reason));
    }

    /// Writes down what waits. What cannot be written waits for the next time.
    public Uni<Void> write() {
        return Uni.createFrom().deferred(() -> write(taken()));
    }

    private Uni<Void> write(List<AuditEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return unitOfWork
                .run(
                        () ->
                                Multi.createFrom()
                                        .iterable(events)
                                        .onItem()
                                        .transformToUniAndConcatenate(trail::record)
                                        .collect()
                                        .asList())
                .onFailure()
                .invoke(() -> events.forEach(this::keep))
                .replaceWithVoid();
    }

    private synchronized List<AuditEvent> taken() {
        Instant over = clock.instant().minus(WINDOW);
        Iterator<Map.Entry<Place, Repeated>> each = refusals.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Place, Repeated> entry = each.next();
            Repeated repeated = entry.getValue();
            if (!repeated.since.isAfter(over)) {
                each.remove();
                if (repeated.more > 0) {
                    keep(
                            refusal(
                                    repeated.origin,
                                    entry.getKey().reason(),
                                    Change.of(
                                            "Again within a minute",
                                            "",
                                            "%,d times".formatted(repeated.more))));
                }
            }
        }
        List<AuditEvent> taken = new ArrayList<>(waiting);
        waiting.clear();
        return taken;
    }

    private synchronized void keep(AuditEvent event) {
        if (waiting.size() < MAX_WAITING) {
            waiting.addLast(event);
        }
    }

    private static AuditEvent refusal(Origin origin, String reason, Change... more) {
        List<Change> changes = new ArrayList<>();
        changes.add(Change.of("Reason", "", reason));
        changes.addAll(List.of(more));
        return new AuditEvent(Actor.unknown(origin), Action.SIGN_IN_FAILED, session(), changes);
    }

    private static AuditEvent event(Actor actor, Action action) {
        return new AuditEvent(actor, action, session(), List.of());
    }

    private static Subject session() {
        return new Subject(ObjectKind.SESSION, Optional.empty(), "");
    }
}
