package io.connections.domain.consent;

/// Where a person is, as far as the law goes, and what the person said.
public record PrivacyState(Zone zone, Consents consents) implements ConsentGate.Subject {
    /// Of a profile about which nothing is known yet.
    public static final PrivacyState UNKNOWN = new PrivacyState(Zone.REST_OF_WORLD, Consents.NONE);
}
