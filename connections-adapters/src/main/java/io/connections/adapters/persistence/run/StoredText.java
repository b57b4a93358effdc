package io.connections.adapters.persistence.run;

/// Text as PostgreSQL can hold it. Names of files, fields and archive entries come from elsewhere
/// and may hold anything.
final class StoredText {
    private StoredText() {}

    /// NUL, which PostgreSQL's text cannot hold, becomes the visible U+FFFD.
    static String of(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
