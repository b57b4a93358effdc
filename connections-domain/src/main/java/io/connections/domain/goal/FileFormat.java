package io.connections.domain.goal;

import java.util.Optional;

/// How the bytes of a file become records.
public sealed interface FileFormat {
    Encoding encoding();

    /// Separated values, quoted line breaks allowed.
    ///
    /// @param quote absent: quoting is off
    /// @param escape absent: a quote inside quotes is doubled
    /// @param header whether the first record names the fields; else they are named `column_1`,
    ///     `column_2` …
    record Csv(
            Encoding encoding,
            char separator,
            Optional<Character> quote,
            Optional<Character> escape,
            boolean header)
            implements FileFormat {}

    /// One JSON object per line. Nested objects are fields with dots in their names; arrays are
    /// several values.
    record JsonLines(Encoding encoding) implements FileFormat {}

    enum Encoding {
        UTF_8,
        UTF_16_LE,
        UTF_16_BE,
        WINDOWS_1252
    }
}
