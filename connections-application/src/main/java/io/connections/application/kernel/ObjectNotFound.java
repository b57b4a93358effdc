package io.connections.application.kernel;

import io.connections.domain.kernel.NotFound;

/// Nothing that can be starred or noted as used is there.
public final class ObjectNotFound extends NotFound {
    public ObjectNotFound() {
        super("There is no such thing, or it cannot be starred. It may have been deleted.");
    }

    @Override
    public String code() {
        return "object-not-found";
    }
}
