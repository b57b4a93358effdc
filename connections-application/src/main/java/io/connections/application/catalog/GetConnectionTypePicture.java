package io.connections.application.catalog;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// A picture of a setup guide.
@Singleton
public final class GetConnectionTypePicture {
    /// @param name as the guides name it: `sftp-flow.svg`
    public record Query(String name, Actor actor) {}

    private final ConnectionTypes types;

    GetConnectionTypePicture(ConnectionTypes types) {
        this.types = types;
    }

    /// SVG.
    public Uni<String> handle(Query query) {
        return Uni.createFrom()
                .item(
                        () -> {
                            query.actor().require(Permission.CONNECTIONS_READ);
                            return types.picture(query.name())
                                    .orElseThrow(() -> new PictureNotFound(query.name()));
                        });
    }
}
