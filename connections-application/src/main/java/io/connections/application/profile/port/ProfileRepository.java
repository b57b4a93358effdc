package io.connections.application.profile.port;

import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileEdit;
import io.connections.domain.profile.ProfileId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/// Profiles, for changes by people. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface ProfileRepository {
    Uni<Optional<Profile>> find(ProfileId id);

    /// Writes the profile, its identifiers and a row of the ledger.
    ///
    /// Fails with [io.connections.domain.profile.ProfileChanged] when it is no longer the version
    /// that the edit was made for, with [io.connections.domain.profile.IdentifierTaken] when
    /// another profile has one of its identifiers.
    ///
    /// @param by who edited, for people
    Uni<Void> save(ProfileEdit edit, String by);
}
