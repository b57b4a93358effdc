package io.connections.application.profile.port;

import io.connections.application.profile.Evidence;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.profile.PrivacyEdit;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What single profiles consented to, and what proves it. Called inside a
/// [io.connections.application.kernel.port.UnitOfWork].
public interface ProfileConsents {
    /// The profile, which nobody else changes until the unit of work ends.
    Uni<Optional<Profile>> findToChange(ProfileId id);

    Uni<EvidenceId> keep(Evidence.Stated evidence);

    /// Writes zone, consent, past statements, totals and, where the profile changes, a row of the
    /// ledger. A past statement that is known already is kept once.
    ///
    /// Fails with [io.connections.domain.profile.ProfileChanged] when the profile is no longer the
    /// version that the edit was made for.
    ///
    /// @param by who recorded it, for people
    Uni<Void> save(PrivacyEdit edit, String by);

    /// Statements that count no more or came too late, the latest first, [#MOST_PAST] at most.
    Uni<List<ConsentStatement>> past(ProfileId id);

    /// Those that are known.
    Uni<Map<EvidenceId, Evidence>> evidence(Collection<EvidenceId> ids);

    int MOST_PAST = 500;
}
