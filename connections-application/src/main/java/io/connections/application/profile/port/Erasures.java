package io.connections.application.profile.port;

import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.profile.Erasure;
import io.connections.application.profile.ErasureId;
import io.connections.domain.profile.ProfileId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/// Forgets people, and keeps the receipts. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface Erasures {
    /// Takes away the profile, its identifiers, its consent with all evidence, and what its history
    /// remembered; that it was there and by whom it was erased stays. Traces in rejected records
    /// are looked for afterwards. Empty where there is no such profile.
    Uni<Optional<Erasure>> erase(ErasureId id, ProfileId profile, String by, Instant at);

    Uni<Optional<Erasure>> find(ErasureId id);

    /// The latest first.
    ///
    /// @param profile only of this one
    Uni<Page<Erasure>> list(Optional<ProfileId> profile, PageRequest page);
}
