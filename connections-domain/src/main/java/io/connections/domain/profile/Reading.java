package io.connections.domain.profile;

/// What a type makes of a text.
public sealed interface Reading {
    /// The text is a value of the type.
    ///
    /// @param value in the type's one written form
    record Accepted(String value) implements Reading {}

    /// The text is no value of the type.
    ///
    /// @param reason completes the sentence *the value …*: `is no whole number`
    record Refused(String reason) implements Reading {}
}
