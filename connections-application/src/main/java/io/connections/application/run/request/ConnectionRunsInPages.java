package io.connections.application.run.request;

import io.connections.domain.kernel.Conflict;

/// A connection that the website tag runs has no runs.
public final class ConnectionRunsInPages extends Conflict {
    public ConnectionRunsInPages() {
        super(
                "The website tag runs this connection, on every page where it is active. There is"
                        + " nothing to start: it works while it is on.");
    }

    @Override
    public String code() {
        return "connection-runs-in-pages";
    }
}
