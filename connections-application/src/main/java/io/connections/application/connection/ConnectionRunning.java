package io.connections.application.connection;

import io.connections.domain.kernel.Conflict;

/// What runs cannot be deleted.
public final class ConnectionRunning extends Conflict {
    public ConnectionRunning() {
        super("This connection is running. Stop the run or wait for its end, then delete it.");
    }

    @Override
    public String code() {
        return "connection-running";
    }
}
