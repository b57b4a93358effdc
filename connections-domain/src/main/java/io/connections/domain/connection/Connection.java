package io.connections.domain.connection;

import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.goal.Goal;
import io.connections.domain.kernel.Version;
import java.time.Instant;
import java.util.List;

/// A configured link to one outside system. What *Save* covers is in `version`; `on` acts at once
/// and is no part of it.
public record Connection(
        ConnectionId id,
        Version version,
        ConnectionTypeId type,
        String name,
        String description,
        boolean on,
        SetupValues setup,
        List<Goal> goals,
        Stamp created,
        Stamp modified) {
    public static final int MAX_NAME = 200;
    public static final int MAX_DESCRIPTION = 4000;

    public Connection {
        goals = List.copyOf(goals);
    }

    /// Who did something, and when.
    public record Stamp(String by, Instant at) {}
}
