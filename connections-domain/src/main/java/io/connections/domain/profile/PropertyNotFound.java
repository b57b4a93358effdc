package io.connections.domain.profile;

import io.connections.domain.kernel.NotFound;

public final class PropertyNotFound extends NotFound {
    public PropertyNotFound(String id) {
        super("There is no property '%s'. It may have been deleted.".formatted(id));
    }

    @Override
    public String code() {
        return "property-not-found";
    }
}
