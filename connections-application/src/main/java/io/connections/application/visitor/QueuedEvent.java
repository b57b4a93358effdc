package io.connections.application.visitor;

import io.connections.domain.consent.EvidenceId;
import io.connections.domain.visitor.VisitorEvent;

/// An event that is kept and not handled yet.
///
/// @param number in the order in which events were kept
/// @param tries that failed
public record QueuedEvent(long number, int tries, VisitorEvent event) {
    /// What names it where something that was said by it is kept.
    EvidenceId evidence() {
        return new EvidenceId(number);
    }
}
