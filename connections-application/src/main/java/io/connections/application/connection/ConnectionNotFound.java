package io.connections.application.connection;

import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.NotFound;

/// There is no such connection, or no longer.
public final class ConnectionNotFound extends NotFound {
    public ConnectionNotFound(ConnectionId id) {
        this(id.value().toString());
    }

    /// @param id as it was asked for, whether it can be one or not
    public ConnectionNotFound(String id) {
        super("There is no connection %s. It may have been deleted.".formatted(id));
    }

    @Override
    public String code() {
        return "connection-not-found";
    }
}
