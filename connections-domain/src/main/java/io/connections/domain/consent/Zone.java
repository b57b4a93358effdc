package io.connections.domain.consent;

/// The privacy legislation that a profile falls under.
///
/// @param code as the privacy settings name it
public record Zone(String code) {
    /// Where profiles are about which nothing is known.
    public static final Zone REST_OF_WORLD = new Zone("rest-of-world");
}
