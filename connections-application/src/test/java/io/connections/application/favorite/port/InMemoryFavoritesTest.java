package io.connections.application.favorite.port;

import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.port.InMemoryKnownObjects;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

class InMemoryFavoritesTest extends FavoritesContract {
    private final InMemoryKnownObjects known = new InMemoryKnownObjects(List.of());
    private final InMemoryFavorites favorites = new InMemoryFavorites(known);

    @Override
    protected FavoriteRepository favorites() {
        return favorites;
    }

    @Override
    protected UsedObjects used() {
        return favorites;
    }

    @Override
    protected ObjectRef made(ObjectKind kind, String name) {
        ObjectRef object = new ObjectRef(kind, UUID.randomUUID().toString());
        known.add(new NamedObject(object, name));
        return object;
    }

    @Override
    protected void deleted(ObjectRef object) {
        known.remove(object);
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }
}
