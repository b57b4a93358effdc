package io.connections.domain.profile;

import io.connections.domain.kernel.Stale;

/// A run or a person changed the profile after it was read.
public final class ProfileChanged extends Stale {
    public ProfileChanged() {
        super("This profile has changed since you opened it. Open it again, then make your edit.");
    }

    @Override
    public String code() {
        return "profile-changed";
    }
}
