package io.connections.adapters.persistence.audit;

/// What strangers say is recorded too, and must not keep an event from being recorded.
final class Storable {
    private Storable() {}

    /// PostgreSQL stores no NUL.
    static String text(String text) {
        return text.replace("\0", "");
    }
}
