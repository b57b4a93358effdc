package io.connections.domain.goal;

/// Which files of the outside system, and what becomes of them afterwards.
///
/// @param folder absolute, or relative to where one lands after signing in; empty is that place
///     itself
/// @param namePattern file name with `*` (any characters) and `?` (one character), matched on the
///     whole name
public record FileSelection(
        String folder,
        String namePattern,
        Pick pick,
        Compression compression,
        AfterImport afterImport) {

    /// Which of the matching files are read, and in which order.
    public enum Pick {
        NEWEST,
        ALL_BY_NAME,
        ALL_BY_TIME
    }

    /// `AUTO` looks at the first bytes, not at the name.
    public enum Compression {
        AUTO,
        NONE,
        GZIP,
        ZIP
    }

    /// What becomes of a file once every record of it is committed.
    public sealed interface AfterImport {
        record Leave() implements AfterImport {}

        /// Renamed to `<name>.done`.
        record MarkDone() implements AfterImport {}

        record Move(String folder) implements AfterImport {}

        record Delete() implements AfterImport {}
    }
}
