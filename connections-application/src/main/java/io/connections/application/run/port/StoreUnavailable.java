package io.connections.application.run.port;

/// The database cannot be used right now: down, restarting, no connection free, disk full. Whether
/// the last call took effect is not known, so every call may be repeated.
public final class StoreUnavailable extends RuntimeException {
    public StoreUnavailable(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
