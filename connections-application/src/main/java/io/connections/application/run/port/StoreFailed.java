package io.connections.application.run.port;

/// The database answered something that nobody foresaw. The message names what failed and no value
/// of a customer: it is logged.
public final class StoreFailed extends RuntimeException {
    public StoreFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
