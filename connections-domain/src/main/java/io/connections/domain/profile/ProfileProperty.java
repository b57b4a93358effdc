package io.connections.domain.profile;

/// A typed attribute of profiles. Its values are always a list.
///
/// @param number the short key under which stored profiles hold it; never reused
/// @param identifier whether its values name a profile: a value then belongs to one profile at most
/// @param pii whether it is personally identifying
public record ProfileProperty(
        PropertyId id,
        int number,
        String name,
        PropertyType type,
        boolean identifier,
        boolean pii) {}
