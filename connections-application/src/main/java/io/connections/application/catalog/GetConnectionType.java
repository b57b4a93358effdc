package io.connections.application.catalog;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.catalog.port.InstalledTypes;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionTypeId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/// One type, with its setup form.
@Singleton
public final class GetConnectionType {
    public record Query(ConnectionTypeId id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ConnectionTypes types;
    private final InstalledTypes installed;

    GetConnectionType(UnitOfWork unitOfWork, ConnectionTypes types, InstalledTypes installed) {
        this.unitOfWork = unitOfWork;
        this.types = types;
        this.installed = installed;
    }

    public Uni<GalleryType> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    ConnectionType type =
                            types.find(query.id())
                                    .orElseThrow(() -> new ConnectionTypeNotFound(query.id()));
                    return installed
                            .find(type.id())
                            .map(found -> new GalleryType(type, found, Optional.empty()));
                });
    }
}
