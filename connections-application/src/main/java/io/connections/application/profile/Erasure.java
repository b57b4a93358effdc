package io.connections.application.profile;

import io.connections.domain.profile.ProfileId;
import java.time.Instant;

/// The receipt of an erasure: that a person was forgotten, by whom, and how much went. It holds no
/// personal data; the profile's id is random and stands for nobody any more.
///
/// @param by the person or program that asked for it
public record Erasure(
        ErasureId id, ProfileId profile, Instant at, String by, Removed removed, Traces traces) {

    /// What went at once.
    ///
    /// @param values of properties, identifiers among them
    /// @param statements of consent, those that counted and those before
    /// @param events of the profile's history that lost what they remembered
    /// @param websiteEvents sent by browsers that were said to be the person's
    public record Removed(
            int identifiers, int values, int statements, int events, int websiteEvents) {}

    /// What else names the person: rejected records, which were never written to a profile.
    public sealed interface Traces {
        /// They are being looked for.
        record Sought() implements Traces {}

        /// @param rejectedRecords whose content went
        record Gone(long rejectedRecords, Instant at) implements Traces {}
    }
}
