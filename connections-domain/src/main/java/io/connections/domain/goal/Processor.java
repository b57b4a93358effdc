package io.connections.domain.goal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One step between an external field and its property. Steps run in the order of the row, each on
/// the values that the one before it left.
public sealed interface Processor {
    /// Takes white space (Unicode, no-break included) off both ends; a value that is only white
    /// space is no value.
    record Trim() implements Processor {}

    record ChangeCase(To to, Locale locale) implements Processor {
        public enum To {
            UPPER,
            LOWER,
            /// The first letter of each word upper case, the rest lower.
            TITLE
        }
    }

    /// Joins the value with other fields: all that have a value, in the order given, with the
    /// separator between.
    record Concatenate(List<String> fields, String separator) implements Processor {
        public Concatenate {
            fields = List.copyOf(fields);
        }
    }

    /// Replaces whatever came by this value.
    record FixedValue(String value) implements Processor {}

    /// Reads a date or a date with time in one of the patterns (of `DateTimeFormatter`), writes ISO
    /// 8601. Text that fits none is a bad value.
    ///
    /// @param zone IANA zone for patterns with a time but no offset
    record DateFormat(List<String> patterns, Locale locale, String zone) implements Processor {
        public DateFormat {
            patterns = List.copyOf(patterns);
        }
    }

    /// Reads a number written with these separators, currency signs and blanks allowed, writes it
    /// plainly (`-1234.5`).
    record NumberFormat(char decimalSeparator, char groupingSeparator) implements Processor {}

    /// Trims, takes `mailto:` and a display name off, lower-cases; what is no address then is a bad
    /// value.
    record CleanEmail() implements Processor {}

    /// Writes phone numbers in E.164. What is no phone number is a bad value.
    ///
    /// @param regionField the field that says, by its two-letter code, where a record's numbers are
    ///     at home; where it says nothing usable, and without it, they are at home in the format's
    ///     region
    record CleanPhone(PhoneFormat format, Optional<String> regionField) implements Processor {}

    /// SHA-256 of the UTF-8 bytes, 64 lower-case hexadecimal digits.
    record Hash() implements Processor {}

    /// Keeps what matches (or, inverted, what does not).
    record RegexFilter(TextPattern pattern, boolean inverted, OnMiss onMiss) implements Processor {
        public enum OnMiss {
            DROP_VALUE,
            /// The whole record is counted as filtered.
            FILTER_RECORD
        }
    }

    record RegexReplace(TextPattern pattern, String replacement) implements Processor {}

    /// One value becomes several; each is trimmed and empty ones are left out.
    record Split(String separator) implements Processor {}

    /// Replaces values by a table.
    ///
    /// @param table from incoming to outgoing; an outgoing "" drops the value
    record ValueTable(Map<String, String> table, boolean ignoreCase, Otherwise otherwise)
            implements Processor {
        public ValueTable {
            table = Map.copyOf(table);
        }

        public enum Otherwise {
            KEEP,
            DROP_VALUE,
            BAD_VALUE
        }
    }

    record Expression(Formula formula) implements Processor {}
}
