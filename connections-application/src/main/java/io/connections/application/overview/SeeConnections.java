package io.connections.application.overview;

import io.connections.application.overview.port.ConnectionReadings;
import io.connections.domain.access.Actor;
import io.smallrye.mutiny.Uni;

/// All connections as an actor sees them.
final class SeeConnections {
    private SeeConnections() {}

    static Uni<OverviewForPerson> by(Actor actor, ConnectionReadings readings) {
        return Uni.combine()
                .all()
                .unis(readings.all(), readings.starredBy(actor.id()))
                .with(Overview::seenWith);
    }
}
