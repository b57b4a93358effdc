package io.connections.application.catalog;

import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.kernel.NotFound;

/// No such type is installed.
public final class ConnectionTypeNotFound extends NotFound {
    public ConnectionTypeNotFound(ConnectionTypeId id) {
        super("No connection type '%s' is installed.".formatted(id.value()));
    }

    @Override
    public String code() {
        return "connection-type-not-found";
    }
}
