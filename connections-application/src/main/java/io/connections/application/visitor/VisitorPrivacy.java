package io.connections.application.visitor;

import io.connections.application.visitor.port.EventQueue;
import io.connections.application.visitor.port.VisitorRepository;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.visitor.Visitor;
import io.connections.domain.visitor.VisitorId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// What a visitor said, also a moment ago, when nobody has handled it yet: the tag asks right
/// after.
@Singleton
final class VisitorPrivacy {
    private final VisitorRepository visitors;
    private final EventQueue queue;

    VisitorPrivacy(VisitorRepository visitors, EventQueue queue) {
        this.visitors = visitors;
        this.queue = queue;
    }

    /// Inside a unit of work.
    Uni<PrivacyState> of(VisitorId visitor) {
        return visitors.find(List.of(visitor))
                .map(
                        found ->
                                Optional.ofNullable(found.get(visitor))
                                        .map(Visitor::privacy)
                                        .orElse(PrivacyState.UNKNOWN))
                .chain(said -> queue.waitingConsent(visitor).map(waiting -> after(said, waiting)));
    }

    private static PrivacyState after(PrivacyState said, List<QueuedEvent> waiting) {
        return said.hear(
                        Optional.empty(),
                        waiting.stream()
                                .flatMap(
                                        each ->
                                                Visitor.statements(each.event(), each.evidence())
                                                        .stream())
                                .toList())
                .now();
    }
}
