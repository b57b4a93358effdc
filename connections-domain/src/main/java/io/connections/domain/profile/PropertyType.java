package io.connections.domain.profile;

import java.util.Collection;
import java.util.List;

/// What the values of a property are. Each type has one written form, in which values are stored,
/// compared and shown to other systems.
public sealed interface PropertyType {
    /// Longer texts are refused.
    int MAX_LENGTH = 65_536;

    /// Brings a text into the type's written form. White space around it is no part of a value,
    /// except in a text.
    Reading normalise(String text);

    /// Any text without NUL, at most 65,536 characters.
    record Text() implements PropertyType {
        @Override
        public Reading normalise(String text) {
            return WrittenForm.text(text);
        }
    }

    /// A whole number, -9223372036854775808 to 9223372036854775807, written plainly.
    record WholeNumber() implements PropertyType {
        @Override
        public Reading normalise(String text) {
            return WrittenForm.wholeNumber(text);
        }
    }

    /// A decimal number of at most 38 digits, written plainly without trailing zeros.
    record Decimal() implements PropertyType {
        @Override
        public Reading normalise(String text) {
            return WrittenForm.decimal(text);
        }
    }

    /// A moment: ISO 8601 in UTC with milliseconds at most (`2026-11-23T10:15:30Z`). Without an
    /// offset it is read as UTC, a day alone as its first moment.
    record DateTime() implements PropertyType {
        @Override
        public Reading normalise(String text) {
            return WrittenForm.dateTime(text);
        }
    }

    /// A day: `2026-11-23`. Of a date with time it is the day as written, whatever the offset.
    record Date() implements PropertyType {
        @Override
        public Reading normalise(String text) {
            return WrittenForm.date(text);
        }
    }

    /// An address, lower case.
    record Email() implements PropertyType {
        @Override
        public Reading normalise(String text) {
            return WrittenForm.email(text);
        }
    }

    /// E.164: `+` and 6 to 15 digits. Blanks, dots, hyphens, slashes and brackets between the
    /// digits are left out.
    record Phone() implements PropertyType {
        @Override
        public Reading normalise(String text) {
            return WrittenForm.phone(text);
        }
    }

    /// `true` or `false`; also read from yes and no, y and n, 1 and 0, on and off, in any case.
    record YesNo() implements PropertyType {
        @Override
        public Reading normalise(String text) {
            return WrittenForm.yesNo(text);
        }
    }

    /// One of a fixed list, written as the list has it; read in any case.
    record Choice(List<String> choices) implements PropertyType {
        public Choice {
            choices = List.copyOf(choices);
        }

        @Override
        public Reading normalise(String text) {
            return WrittenForm.choice(text, choices);
        }
    }

    /// The narrowest type that at least nine in ten of these example values have; text where there
    /// are none. Numbers with leading zeros are text: they are codes.
    static PropertyType guess(Collection<String> examples) {
        return TypeGuess.of(examples);
    }
}
