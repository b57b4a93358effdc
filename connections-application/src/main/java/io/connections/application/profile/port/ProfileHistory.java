package io.connections.application.profile.port;

import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.profile.ProfileEvent;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/// What became of a profile, from the ledger. Called outside a unit of work: each answer is one
/// statement.
public interface ProfileHistory {
    /// The latest first. Of a profile that is deleted, too.
    ///
    /// @param run only what this one did
    Uni<Page<ProfileEvent>> of(ProfileId id, Optional<RunId> run, PageRequest page);
}
