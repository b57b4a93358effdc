package io.connections.application.catalog;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.catalog.ConnectionTypeId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// *Read more*: the setup guide that ships with a type.
@Singleton
public final class GetConnectionTypeGuide {
    public record Query(ConnectionTypeId id, Actor actor) {}

    private final ConnectionTypes types;

    GetConnectionTypeGuide(ConnectionTypes types) {
        this.types = types;
    }

    /// Markdown.
    public Uni<String> handle(Query query) {
        return Uni.createFrom()
                .item(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            return types.guide(query.id())
                                    .orElseThrow(() -> new ConnectionTypeNotFound(query.id()));
                        });
    }
}
