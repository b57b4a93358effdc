package io.connections.application.overview;

import io.connections.application.connection.ConnectionView;
import io.connections.application.run.request.RunSummary;
import java.util.Optional;

/// A connection in the list.
public record ListedConnection(ConnectionView view, Optional<RunSummary> lastRun) {
    public ConnectionStatus status() {
        return ConnectionStatus.of(view, lastRun);
    }
}
