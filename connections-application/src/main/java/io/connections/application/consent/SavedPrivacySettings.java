package io.connections.application.consent;

import io.connections.domain.consent.PrivacySettings;
import io.connections.domain.kernel.Version;
import java.time.Instant;
import java.util.Optional;

/// The privacy settings as they were saved last.
///
/// @param saved absent: they are as they came, and nobody has looked at them yet
public record SavedPrivacySettings(
        PrivacySettings settings, Version version, Optional<Saved> saved) {
    /// @param by the name of whoever did
    public record Saved(Instant at, String by) {}

    public SavedPrivacySettings next(PrivacySettings changed, Instant at, String by) {
        return new SavedPrivacySettings(changed, version.next(), Optional.of(new Saved(at, by)));
    }
}
