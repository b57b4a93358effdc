package io.connections.application.profile;

import io.connections.domain.connection.ConnectionId;
import io.connections.domain.run.RunId;
import java.time.Instant;

/// Where a value of a profile comes from.
public sealed interface Origin {
    /// A run brought it.
    record ByRun(RunId run, ConnectionId connection, String connectionName, Instant at)
            implements Origin {}

    /// A connection that the website tag runs read it from a page.
    record OnPage(ConnectionId connection, String connectionName, Instant at) implements Origin {}

    /// A person typed it.
    record ByPerson(String by, Instant at) implements Origin {}

    /// The ledger no longer says.
    record Unknown() implements Origin {}
}
