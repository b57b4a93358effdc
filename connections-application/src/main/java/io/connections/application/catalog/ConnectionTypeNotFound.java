package io.connections.application.catalog;

import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.kernel.NotFound;

/// No such type is shipped (any more).
public final class ConnectionTypeNotFound extends NotFound {
    public ConnectionTypeNotFound(ConnectionTypeId id) {
        super("There is no connection type '%s' (any more).".formatted(id.value()));
    }

    @Override
    public String code() {
        return "connection-type-not-found";
    }
}
