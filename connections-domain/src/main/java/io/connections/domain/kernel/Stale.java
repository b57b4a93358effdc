package io.connections.domain.kernel;

/// Somebody changed it meanwhile; read again and decide.
public abstract non-sealed class Stale extends Failure {
    protected Stale(String message) {
        super(message);
    }
}
