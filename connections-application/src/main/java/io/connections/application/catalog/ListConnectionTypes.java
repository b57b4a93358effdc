package io.connections.application.catalog;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.catalog.ConnectionType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/// What the gallery shows.
@Singleton
public final class ListConnectionTypes {
    public record Query(Actor actor) {}

    private final ConnectionTypes types;

    ListConnectionTypes(ConnectionTypes types) {
        this.types = types;
    }

    public Uni<List<ConnectionType>> handle(Query query) {
        return Uni.createFrom()
                .item(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            return types.list();
                        });
    }
}
