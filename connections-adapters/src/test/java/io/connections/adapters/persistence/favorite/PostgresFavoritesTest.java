package io.connections.adapters.persistence.favorite;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Things;
import io.connections.application.favorite.port.FavoriteRepository;
import io.connections.application.favorite.port.FavoritesContract;
import io.connections.application.favorite.port.UsedObjects;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresFavoritesTest extends FavoritesContract {
    @Inject UnitOfWork unitOfWork;
    @Inject FavoriteRepository favorites;
    @Inject UsedObjects used;
    @Inject AgroalDataSource dataSource;

    @Override
    protected FavoriteRepository favorites() {
        return favorites;
    }

    @Override
    protected UsedObjects used() {
        return used;
    }

    @Override
    protected ObjectRef made(ObjectKind kind, String name) {
        return Things.made(dataSource, kind, name);
    }

    @Override
    protected void deleted(ObjectRef object) {
        Things.deleted(dataSource, object);
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }
}
