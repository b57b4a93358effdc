package io.connections.domain.kernel;

import java.util.List;

/// The request says something that cannot be. Each violation points at the place.
public abstract non-sealed class Invalid extends Failure {
    private final transient List<Violation> violations;

    protected Invalid(String message, List<Violation> violations) {
        super(message);
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
