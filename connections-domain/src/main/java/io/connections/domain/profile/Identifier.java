package io.connections.domain.profile;

/// One value that names one profile: the property's number and the normalised value. At most one
/// profile has it.
public record Identifier(int property, String value) {
    /// Longer values are refused: an index entry has to stay small.
    public static final int MAX_LENGTH = 512;
}
