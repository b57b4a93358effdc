package io.connections.application.visitor;

import io.connections.application.visitor.port.EventQueue;
import io.connections.application.visitor.port.VisitorRepository;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.profile.Identifier;
import io.connections.domain.visitor.Visitor;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Visitors with all that was said at them, also a moment ago, when nobody has handled it yet: the
/// tag asks right after.
@Singleton
final class VisitorsNow {
    private final VisitorRepository visitors;
    private final EventQueue queue;
    private final InstantSource clock;

    VisitorsNow(VisitorRepository visitors, EventQueue queue, InstantSource clock) {
        this.visitors = visitors;
        this.queue = queue;
        this.clock = clock;
    }

    /// Inside a unit of work. What waits is read first: what is handled in between is in both then,
    /// and not in neither.
    Uni<Visitor> get(VisitorId id) {
        return queue.waitingStatements(List.of(id))
                .chain(
                        waiting ->
                                visitors.find(List.of(id))
                                        .map(
                                                found ->
                                                        found.getOrDefault(
                                                                id,
                                                                Visitor.met(id, clock.instant())))
                                        .map(visitor -> after(visitor, waiting)));
    }

    /// What was refused at other browsers that are taken for the person's: also where nobody has
    /// handled it yet, and where the person has no profile that would know it. Inside a unit of
    /// work.
    Uni<List<ConsentStatement>> refusedElsewhere(Collection<Identifier> person, VisitorId besides) {
        return visitors.takenFor(person)
                .chain(
                        browsers -> {
                            Set<VisitorId> others = new HashSet<>();
                            browsers.values().forEach(others::addAll);
                            others.remove(besides);
                            return others.isEmpty()
                                    ? Uni.createFrom().item(List.of())
                                    : refusedAt(others);
                        });
    }

    private Uni<List<ConsentStatement>> refusedAt(Set<VisitorId> browsers) {
        return queue.waitingStatements(browsers)
                .chain(
                        waiting ->
                                visitors.find(browsers)
                                        .map(
                                                known ->
                                                        Stream.concat(
                                                                        refused(waiting).stream(),
                                                                        known.values().stream()
                                                                                .flatMap(
                                                                                        VisitorsNow
                                                                                                ::refusedBy))
                                                                .toList()));
    }

    /// As far as it is not granted there again.
    static Stream<ConsentStatement> refusedBy(Visitor visitor) {
        return visitor.privacy().consents().all().stream()
                .filter(each -> each.answer() == Answer.REFUSED);
    }

    static List<ConsentStatement> refused(Collection<QueuedEvent> waiting) {
        return waiting.stream()
                .flatMap(each -> Visitor.statements(each.event(), each.evidence()).stream())
                .filter(each -> each.answer() == Answer.REFUSED)
                .toList();
    }

    private static Visitor after(Visitor known, List<QueuedEvent> waiting) {
        Visitor visitor = known;
        for (QueuedEvent each : waiting) {
            visitor = visitor.after(each.event(), each.evidence());
        }
        return visitor;
    }
}
