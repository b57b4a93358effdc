package io.connections.domain.profile;

import io.connections.domain.kernel.NotFound;

public final class ProfileNotFound extends NotFound {
    public ProfileNotFound() {
        super("There is no such profile. It may have been deleted.");
    }

    @Override
    public String code() {
        return "profile-not-found";
    }
}
