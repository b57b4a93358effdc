package io.connections.application.overview;

import io.connections.application.overview.ConnectionFilter.Kind;
import io.connections.application.overview.OverviewForPerson.Counted;
import io.connections.application.overview.port.ConnectionReadings;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// What the filter's menus show: each value with how many one would see by choosing it.
@Singleton
public final class CountConnections {
    private static final int MOST_VALUES = 200;

    public record Query(ConnectionFilter filter, Actor actor) {}

    private final ConnectionReadings connections;

    CountConnections(ConnectionReadings connections) {
        this.connections = connections;
    }

    /// Every kind is in the answer.
    public Uni<Map<Kind, List<Counted>>> handle(Query query) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            return SeeConnections.by(query.actor(), connections);
                        })
                .map(seen -> seen.counts(query.filter(), MOST_VALUES));
    }
}
