package io.connections.domain.kernel;

/// Another system did not answer as it should; trying again may help.
public abstract non-sealed class Unavailable extends Failure {
    protected Unavailable(String message) {
        super(message);
    }
}
