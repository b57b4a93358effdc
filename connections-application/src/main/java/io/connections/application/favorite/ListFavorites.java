package io.connections.application.favorite;

import io.connections.application.favorite.port.FavoriteRepository;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.ReadableKinds;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// What the actor starred, of every kind, by name.
@Singleton
public final class ListFavorites {
    public record Query(PageRequest page, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final FavoriteRepository favorites;

    ListFavorites(UnitOfWork unitOfWork, FavoriteRepository favorites) {
        this.unitOfWork = unitOfWork;
        this.favorites = favorites;
    }

    public Uni<Page<NamedObject>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return favorites.list(
                            query.actor().id(), ReadableKinds.by(query.actor()), query.page());
                });
    }
}
