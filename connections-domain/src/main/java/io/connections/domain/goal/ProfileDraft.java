package io.connections.domain.goal;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.PropertyValues;
import java.util.Set;

/// A profile as the records of a chunk have made it so far.
final class ProfileDraft {
    private static final long NOT_STORED = 0;

    private final ProfileId id;
    private final long version;
    private final ConsentGate.Subject privacyBefore;
    private ConsentGate.Subject privacy;
    private final Consents clearsNothing;
    private PropertyValues values;
    private boolean changed;

    private ProfileDraft(
            ProfileId id,
            long version,
            ConsentGate.Subject before,
            ConsentGate.Subject privacy,
            PropertyValues values,
            Consents clearsNothing) {
        this.clearsNothing = clearsNothing;
        this.id = id;
        this.version = version;
        this.privacyBefore = before;
        this.privacy = privacy;
        this.values = values;
    }

    static ProfileDraft of(KnownProfile known) {
        return new ProfileDraft(
                known.id(),
                known.version(),
                known.privacy(),
                known.privacy(),
                known.values(),
                consents(known.privacy()));
    }

    /// @param saidBefore elsewhere: it clears nothing, as the profile was made in its knowledge
    static ProfileDraft ofNew(
            ProfileId id,
            PropertyValues values,
            ConsentGate.Subject privacy,
            PrivacyState saidBefore) {
        return new ProfileDraft(
                id, NOT_STORED, PrivacyState.UNKNOWN, privacy, values, saidBefore.consents());
    }

    ProfileId id() {
        return id;
    }

    boolean isStored() {
        return version != NOT_STORED;
    }

    long version() {
        return version;
    }

    ConsentGate.Subject privacy() {
        return privacy;
    }

    ConsentGate.Subject privacyBefore() {
        return privacyBefore;
    }

    /// Only a profile that is stored can be unreadable.
    PrivacyState privacyOfNew() {
        if (privacy instanceof PrivacyState state) {
            return state;
        }
        throw new IllegalStateException("a new profile whose consent cannot be read");
    }

    Consents consents() {
        return consents(privacy);
    }

    Consents consentsBefore() {
        return consents(privacyBefore);
    }

    /// None that count where they cannot be read.
    private static Consents consents(ConsentGate.Subject subject) {
        return switch (subject) {
            case PrivacyState(_, Consents consents) -> consents;
            case ConsentGate.Unreadable.UNREADABLE -> Consents.NONE;
        };
    }

    /// What the person refuses by the chunk, for the first time or anew.
    Set<ObjectiveId> withdrawn() {
        return consents().refusedSince(clearsNothing);
    }

    boolean privacyChanged() {
        return !privacy.equals(privacyBefore);
    }

    PropertyValues values() {
        return values;
    }

    boolean changed() {
        return changed;
    }

    void hear(ConsentGate.Subject now) {
        privacy = now;
        changed = true;
    }

    void change(PropertyValues newValues) {
        values = newValues;
        changed = true;
    }
}
