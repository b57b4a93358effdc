package io.connections.domain.kernel;

/// The request is fine but the state of things forbids it now.
public abstract non-sealed class Conflict extends Failure {
    protected Conflict(String message) {
        super(message);
    }
}
