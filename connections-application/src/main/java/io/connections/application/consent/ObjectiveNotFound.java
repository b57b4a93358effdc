package io.connections.application.consent;

import io.connections.domain.kernel.NotFound;

/// There is no such objective, or no longer.
public final class ObjectiveNotFound extends NotFound {
    /// @param id as it was asked for, whether it can be one or not
    public ObjectiveNotFound(String id) {
        super("There is no objective '%s'. It may have been deleted.".formatted(id));
    }

    @Override
    public String code() {
        return "objective-not-found";
    }
}
