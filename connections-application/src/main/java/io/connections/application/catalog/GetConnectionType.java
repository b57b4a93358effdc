package io.connections.application.catalog;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// One type, with its setup form.
@Singleton
public final class GetConnectionType {
    public record Query(ConnectionTypeId id, Actor actor) {}

    private final ConnectionTypes types;

    GetConnectionType(ConnectionTypes types) {
        this.types = types;
    }

    public Uni<ConnectionType> handle(Query query) {
        return Uni.createFrom()
                .item(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            return types.find(query.id())
                                    .orElseThrow(() -> new ConnectionTypeNotFound(query.id()));
                        });
    }
}
