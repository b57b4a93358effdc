package io.connections.domain.profile;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.ConsentTally;
import io.connections.domain.consent.Consents;
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
/// @param withdrawn objectives that the person, beyond doubt, refuses by it, for the first time or
///     anew
public record PrivacyEdit(
        Profile before, Profile after, List<ConsentStatement> past, Set<ObjectiveId> withdrawn) {
    public PrivacyEdit {
        past = List.copyOf(past);
        withdrawn = Set.copyOf(withdrawn);
    }

    /// The same, said by whoever claims to be the person: it holds, but clears nothing.
    public PrivacyEdit doubting(Set<ObjectiveId> objectives) {
        Set<ObjectiveId> left = new HashSet<>(withdrawn);
        left.removeAll(objectives);
        return new PrivacyEdit(before, after, past, left);
    }

    /// The same, when it turns out that it was the person who said this: what they refused by it,
    /// if that is what holds.
    public PrivacyEdit proving(Collection<ConsentStatement> theirs) {
        Consents now = state().consents();
        Set<ObjectiveId> all = new HashSet<>(withdrawn);
        theirs.stream()
                .filter(each -> each.answer() == Answer.REFUSED)
                .filter(each -> now.about(each.objective()).filter(each::repeats).isPresent())
                .map(ConsentStatement::objective)
                .forEach(all::add);
        return new PrivacyEdit(before, after, past, all);
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
                now.consents().refusedSince(known.consents()));
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

    private static PrivacyState readable(Profile profile) {
        return switch (profile.privacy()) {
            case PrivacyState state -> state;
            case ConsentGate.Unreadable.UNREADABLE -> throw new ConsentUnreadable();
        };
    }
}
