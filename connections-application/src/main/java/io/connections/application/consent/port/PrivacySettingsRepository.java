package io.connections.application.consent.port;

import io.connections.application.consent.SavedPrivacySettings;
import io.connections.domain.kernel.Version;
import io.smallrye.mutiny.Uni;

/// The privacy settings; there are always some. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface PrivacySettingsRepository {
    Uni<SavedPrivacySettings> get();

    /// `false`, and nothing written, when `from` is no longer the newest version.
    Uni<Boolean> save(SavedPrivacySettings settings, Version from);
}
