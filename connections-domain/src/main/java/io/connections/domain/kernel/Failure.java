package io.connections.domain.kernel;

/// A request that cannot be honoured. Expected, so it carries no stack trace; its code is stable
/// and names a page in `docs/problems/`. Features extend the six kinds with typed data.
public abstract sealed class Failure extends RuntimeException
        permits NotFound, Conflict, Stale, Invalid, Denied, Unavailable {

    protected Failure(String message) {
        super(message, null, false, false);
    }

    /// Stable, in kebab case: `connection-not-found`.
    public abstract String code();

    /// What is wrong and the way out, in a person's words.
    public String detail() {
        String message = getMessage();
        return message == null ? code() : message;
    }
}
