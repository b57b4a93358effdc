package io.connections.application.personal;

import io.connections.domain.kernel.Conflict;

/// More views or preferences than one person needs.
public final class TooManyKept extends Conflict {
    public TooManyKept() {
        super("You have kept as many as anybody can. Delete one first.");
    }

    @Override
    public String code() {
        return "too-many-kept";
    }
}
