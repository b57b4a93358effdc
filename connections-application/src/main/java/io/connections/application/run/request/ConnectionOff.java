package io.connections.application.run.request;

import io.connections.domain.kernel.Conflict;

/// A connection that is off never runs.
public final class ConnectionOff extends Conflict {
    public ConnectionOff() {
        super("This connection is off. Switch it on, then run it.");
    }

    @Override
    public String code() {
        return "connection-off";
    }
}
