package io.connections.domain.profile;

import io.connections.domain.kernel.Conflict;

/// What a profile's consent says cannot be made out, so nothing can be added to it either.
public final class ConsentUnreadable extends Conflict {
    public ConsentUnreadable() {
        super(
                "What this profile's consent says could not be read, so nothing is recorded over it, and no connection that needs consent processes it. Ask whoever runs the service to look at it, or delete the profile.");
    }

    @Override
    public String code() {
        return "consent-unreadable";
    }
}
