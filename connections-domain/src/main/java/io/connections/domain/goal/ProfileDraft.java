package io.connections.domain.goal;

import io.connections.domain.consent.Zone;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.PropertyValues;

/// A profile as the records of a chunk have made it so far.
final class ProfileDraft {
    private static final long NOT_STORED = 0;

    private final ProfileId id;
    private final long version;
    private final Zone zone;
    private PropertyValues values;
    private boolean changed;

    private ProfileDraft(ProfileId id, long version, Zone zone, PropertyValues values) {
        this.id = id;
        this.version = version;
        this.zone = zone;
        this.values = values;
    }

    static ProfileDraft of(KnownProfile known) {
        return new ProfileDraft(known.id(), known.version(), known.zone(), known.values());
    }

    static ProfileDraft ofNew(ProfileId id, PropertyValues values) {
        return new ProfileDraft(id, NOT_STORED, Zone.REST_OF_WORLD, values);
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

    Zone zone() {
        return zone;
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
