package io.connections.domain.profile;

/// Stands where the next commit brings the body.
@SuppressWarnings({"DoNotCallSuggester", "TypeParameterUnusedInFormals"})
final class Pending {
    private Pending() {}

    static <T> T body() {
        throw new UnsupportedOperationException("the next commit brings it");
    }
}
