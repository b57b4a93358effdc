package io.connections.domain.kernel;

/// What was asked for does not exist, or not for this actor.
public abstract non-sealed class NotFound extends Failure {
    protected NotFound(String message) {
        super(message);
    }
}
