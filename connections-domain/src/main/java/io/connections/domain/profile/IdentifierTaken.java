package io.connections.domain.profile;

import io.connections.domain.kernel.Conflict;

/// An identifier's value names one profile at most, and another one has it.
public final class IdentifierTaken extends Conflict {
    private final ProfileId profile;

    public IdentifierTaken(String property, String value, ProfileId profile) {
        super("Another profile has '%s' as its %s.".formatted(value, property));
        this.profile = profile;
    }

    /// The one that has it.
    public ProfileId profile() {
        return profile;
    }

    @Override
    public String code() {
        return "identifier-taken";
    }
}
