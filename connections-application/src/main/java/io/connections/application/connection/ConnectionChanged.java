package io.connections.application.connection;

import io.connections.domain.kernel.Stale;

/// Somebody saved the connection since the version that this change was made from.
public final class ConnectionChanged extends Stale {
    private final transient ConnectionView current;

    public ConnectionChanged(ConnectionView current) {
        super(
                "%s saved this connection meanwhile. Look at what changed, then save again."
                        .formatted(current.connection().modified().by()));
        this.current = current;
    }

    /// What stands now.
    public ConnectionView current() {
        return current;
    }

    @Override
    public String code() {
        return "connection-changed";
    }
}
