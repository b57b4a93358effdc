package io.connections.domain.goal;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.EvidenceId;
import java.time.Instant;

/// How a run deals with consent.
///
/// @param saidAt when those spoke whose record does not say
/// @param evidence where the statements of this run's records come from
public record ConsentTerms(ConsentGate gate, Instant saidAt, EvidenceId evidence) {
    /// Of a goal that brings no statements.
    public static ConsentTerms bringingNone(ConsentGate gate) {
        return new ConsentTerms(gate, Instant.EPOCH, EvidenceId.NONE);
    }
}
