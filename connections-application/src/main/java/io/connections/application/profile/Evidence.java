package io.connections.application.profile;

import io.connections.domain.connection.ConnectionId;
import io.connections.domain.run.RunId;
import java.time.Instant;
import java.util.Optional;

/// Where a statement of consent came from.
public sealed interface Evidence {
    /// When we heard of it.
    Instant recordedAt();

    /// A goal of a run brought it.
    record ByRun(RunId run, ConnectionId connection, String connectionName, Instant recordedAt)
            implements Evidence {}

    /// Somebody said it, by the page or the API.
    ///
    /// @param by name of the person or program that recorded it
    /// @param source where the person was asked, in the recorder's words
    /// @param shown fingerprint of the text that the person was shown
    record Stated(String by, Optional<String> source, Optional<String> shown, Instant recordedAt)
            implements Evidence {}
}
