package io.connections.domain.profile;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentTally;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What it makes of a profile that somebody says where the person is and what the person consented
/// to.
///
/// @param after the profile itself, in its version, when only the past is added to
/// @param past statements that do not count (any more), and are kept as evidence
/// @param doubted objectives of which nobody proved that it was this person who refused them
public record PrivacyEdit(
        Profile before, Profile after, List<ConsentStatement> past, Set<ObjectiveId> doubted) {
    public PrivacyEdit {
        past = List.copyOf(past);
        doubted = Set.copyOf(doubted);
    }

    /// The same, said by whoever claims to be the person: it holds, but clears nothing.
    public PrivacyEdit doubting(Set<ObjectiveId> objectives) {
        return new PrivacyEdit(before, after, past, objectives);
    }

    /// Fails with [ConsentUnreadable]: nothing is written over what nobody can read.
    ///
    /// @param zone absent: as it is
    /// @param said in any order
    public static PrivacyEdit of(
            Profile profile, Optional<Zone> zone, Collection<ConsentStatement> said, Instant at) {
        PrivacyState known = readable(profile);
        PrivacyState.Heard heard = known.hear(zone, said);
        PrivacyState now = heard.now();
        return new PrivacyEdit(
                profile,
                now.equals(known)
                        ? profile
                        : new Profile(
                                profile.id(), profile.version().next(), at, now, profile.values()),
                heard.past(),
                Set.of());
    }

    public boolean changesTheProfile() {
        return !after.version().equals(before.version());
    }

    public boolean changesAnything() {
        return changesTheProfile() || !past.isEmpty();
    }

    public PrivacyState state() {
        return readable(after);
    }

    public ConsentTally tally() {
        return new ConsentTally().moved(readable(before).consents(), state().consents());
    }

    /// Objectives that the person, beyond doubt, refuses by it, for the first time or anew.
    public Set<ObjectiveId> withdrawn() {
        Set<ObjectiveId> refused =
                new HashSet<>(state().consents().refusedSince(readable(before).consents()));
        refused.removeAll(doubted);
        return refused;
    }

    private static PrivacyState readable(Profile profile) {
        return switch (profile.privacy()) {
            case PrivacyState state -> state;
            case ConsentGate.Unreadable.UNREADABLE -> throw new ConsentUnreadable();
        };
    }
}
