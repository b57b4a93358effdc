package io.connections.application.overview;

import io.connections.domain.catalog.ConnectionType.Direction;
import io.connections.domain.catalog.ConnectionTypeId;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.connection.Connection.Stamp;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.connection.EditRights;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.kernel.Violation;
import io.connections.domain.label.LabelId;
import io.connections.domain.label.LabelName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the list shows of a connection itself, the same to everybody.
///
/// @param typeName as the type's file says, or said when it was last read
/// @param labels by name
/// @param lastRun when its newest run was asked for; absent: it has never run
/// @param lastRunEnded absent also while it runs
/// @param problem the first thing that keeps it from running; absent: it is complete, or nobody has
///     looked yet
/// @param objectives that it is linked to
/// @param channels that it has chosen
public record OverviewRow(
        ConnectionId id,
        String name,
        String description,
        ConnectionTypeId type,
        String typeName,
        Direction direction,
        boolean on,
        ConnectionFacts facts,
        Optional<Instant> lastRun,
        Optional<Instant> lastRunEnded,
        Stamp created,
        Stamp modified,
        List<LabelRef> labels,
        Optional<Violation> problem,
        EditRights editRights,
        List<ObjectiveId> objectives,
        List<ChannelId> channels) {
    public OverviewRow {
        labels = List.copyOf(labels);
        objectives = List.copyOf(objectives);
        channels = List.copyOf(channels);
    }

    public Optional<Attention> attention() {
        return Attention.of(on, facts);
    }

    /// A label as it stands on a connection.
    public record LabelRef(LabelId id, LabelName name) {}
}
