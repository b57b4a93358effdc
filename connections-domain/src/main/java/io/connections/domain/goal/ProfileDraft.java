package io.connections.domain.goal;

import io.connections.domain.consent.PrivacyState;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.PropertyValues;

/// A profile as the records of a chunk have made it so far.
final class ProfileDraft {
    private static final long NOT_STORED = 0;

    private final ProfileId id;
    private final long version;
    private final PrivacyState privacy;
    private PropertyValues values;
    private boolean changed;

    private ProfileDraft(ProfileId id, long version, PrivacyState privacy, PropertyValues values) {
        this.id = id;
        this.version = version;
        this.privacy = privacy;
        this.values = values;
    }

    static ProfileDraft of(KnownProfile known) {
        return new ProfileDraft(known.id(), known.version(), known.privacy(), known.values());
    }

    static ProfileDraft ofNew(ProfileId id, PropertyValues values) {
        return new ProfileDraft(id, NOT_STORED, PrivacyState.UNKNOWN, values);
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

    PrivacyState privacy() {
        return privacy;
    }

    PropertyValues values() {
        return values;
    }

    boolean changed() {
        return changed;
    }

    void change(PropertyValues newValues) {
        values = newValues;
        changed = true;
    }
}
