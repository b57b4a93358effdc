package io.connections.domain.consent;

import io.connections.domain.consent.ConsentGate.Verdict;

/// Decisions of the gate in a person's words.
public final class ConsentWords {
    private ConsentWords() {}

    /// Why a profile is processed or held back, as a sentence.
    ///
    /// @param counted the zone that decided
    public static String reason(Verdict verdict, Zone counted) {
        return switch (verdict) {
            case Verdict.HeldBack held -> held.reason();
            case Verdict.Allowed.NO_OBJECTIVE ->
                    "The connection is linked to no objective: it processes everybody.";
            case Verdict.Allowed.CONSENT_NOT_NEEDED ->
                    "None of its objectives needs consent in the zone %s."
                            .formatted(KnownZones.name(counted));
            case Verdict.Allowed.GRANTED ->
                    "Consented to at least one objective that needs consent in the zone %s (opt-in)."
                            .formatted(KnownZones.name(counted));
            case Verdict.Allowed.NOT_REFUSED ->
                    "Refused no objective that needs consent in the zone %s (opt-out)."
                            .formatted(KnownZones.name(counted));
        };
    }
}
