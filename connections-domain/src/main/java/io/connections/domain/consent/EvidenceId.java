package io.connections.domain.consent;

/// Names what is kept of where statements came from: the run, request or page view that brought
/// them, and the text that was shown. Many statements of one source share it.
public record EvidenceId(long number) {
    /// Of statements of which nothing is kept, or not yet.
    public static final EvidenceId NONE = new EvidenceId(0);
}
