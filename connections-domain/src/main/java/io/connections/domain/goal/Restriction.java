package io.connections.domain.goal;

/// Which profiles a mapping row writes to.
public enum Restriction {
    ALL_PROFILES,
    NEW_PROFILES_ONLY,
    EXISTING_PROFILES_ONLY
}
