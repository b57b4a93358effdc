package io.connections.application.overview;

import io.connections.application.run.request.RunSummary;
import io.connections.domain.catalog.ConnectionType;
import java.util.Optional;

/// A connection in the list.
///
/// @param favorite whether whoever asks has starred it
/// @param type absent: its file is gone
/// @param mayEdit whether whoever asks may change it
public record ListedConnection(
        OverviewRow row,
        boolean favorite,
        Optional<ConnectionType> type,
        Optional<RunSummary> lastRun,
        boolean mayEdit) {
    public ConnectionStatus status() {
        return row.facts().status();
    }
}
