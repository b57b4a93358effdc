package io.connections.domain.kernel;

/// The actor may not do this.
public abstract non-sealed class Denied extends Failure {
    protected Denied(String message) {
        super(message);
    }
}
