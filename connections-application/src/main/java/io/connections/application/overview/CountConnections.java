package io.connections.application.overview;

import io.connections.application.overview.ConnectionFilter.Kind;
import io.connections.application.overview.port.ConnectionReadings;
import io.connections.application.overview.port.ConnectionReadings.Counted;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.EnumMap;
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
                            return counts(query);
                        });
    }

    private Uni<Map<Kind, List<Counted>>> counts(Query query) {
        Map<Kind, List<Counted>> found = new EnumMap<>(Kind.class);
        return Multi.createFrom()
                .items(Kind.values())
                .onItem()
                .transformToUniAndConcatenate(
                        kind ->
                                connections
                                        .counts(
                                                kind,
                                                query.filter(),
                                                query.actor().id(),
                                                MOST_VALUES)
                                        .invoke(counted -> found.put(kind, counted)))
                .collect()
                .last()
                .replaceWith(found);
    }
}
