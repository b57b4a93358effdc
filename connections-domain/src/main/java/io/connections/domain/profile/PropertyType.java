package io.connections.domain.profile;

import java.util.Collection;
import java.util.List;

/// What the values of a property are. Each type has one written form, in which values are stored,
/// compared and shown to other systems.
public sealed interface PropertyType {
    /// Brings a text into the type's written form. White space around it is no part of a value,
    /// except in a text.
    default Reading normalise(String text) {
        return Pending.body();
    }

    /// The narrowest type that all these example values have; text where there are none. Numbers
    /// with leading zeros are text: they are codes.
    static PropertyType guess(Collection<String> examples) {
        return Pending.body();
    }

    /// Any text without NUL, at most 65,536 characters.
    record Text() implements PropertyType {}

    /// A whole number, -9223372036854775808 to 9223372036854775807, written plainly.
    record WholeNumber() implements PropertyType {}

    /// A decimal number of at most 38 digits, written plainly without trailing zeros.
    record Decimal() implements PropertyType {}

    /// A moment: ISO 8601 in UTC with milliseconds at most (`2026-11-23T10:15:30Z`).
    record DateTime() implements PropertyType {}

    /// A day: `2026-11-23`.
    record Date() implements PropertyType {}

    /// An address, lower case.
    record Email() implements PropertyType {}

    /// E.164: `+` and 6 to 15 digits.
    record Phone() implements PropertyType {}

    /// `true` or `false`.
    record YesNo() implements PropertyType {}

    /// One of a fixed list.
    record Choice(List<String> choices) implements PropertyType {
        public Choice {
            choices = List.copyOf(choices);
        }
    }
}
