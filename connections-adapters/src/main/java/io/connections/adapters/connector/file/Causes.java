package io.connections.adapters.connector.file;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.run.port.RecordSource.SourceBroken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What lies behind an `IOException` of streams laid over one another.
final class Causes {
    private Causes() {}

    static Optional<ConnectorFailed> connectorFailed(IOException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectorFailed failed) {
                return Optional.of(failed);
            }
        }
        return Optional.empty();
    }

    /// @throws SourceBroken when the file is to blame
    /// @throws ConnectorFailed when its system is
    static RuntimeException rethrow(IOException e) throws SourceBroken, ConnectorFailed {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenStream broken) {
                throw broken.broken();
            }
            if (cause instanceof ConnectorFailed failed) {
                throw failed;
            }
        }
        throw new ConnectorFailed(
                ConnectorFailed.Reason.OTHER,
                "The file could not be read: %s".formatted(e.getMessage()),
                "Try again; if it stays so, look at the other system.",
                e);
    }
}
