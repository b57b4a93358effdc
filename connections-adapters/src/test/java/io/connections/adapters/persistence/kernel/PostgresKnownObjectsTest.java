package io.connections.adapters.persistence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.OpenWork;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Things;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.kernel.NamedObject;
import io.connections.application.kernel.port.KnownObjects;
import io.connections.application.kernel.port.KnownObjectsContract;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.kernel.ObjectRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresKnownObjectsTest extends KnownObjectsContract {
    @Inject UnitOfWork unitOfWork;
    @Inject KnownObjects known;
    @Inject ConnectionRepository connections;
    @Inject AgroalDataSource dataSource;

    @Override
    protected KnownObjects known() {
        return known;
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

    @Test
    void whoDeletesWaitsForWhoHolds() throws Exception {
        ObjectRef object = made(ObjectKind.CONNECTION, "Held");
        OpenWork holding = OpenWork.that(unitOfWork, () -> known.hold(object));
        FutureTask<Void> deleting =
                OpenWork.started(unitOfWork, () -> connections.delete(id(object)));
        OpenWork.untilSomebodyWaits(dataSource);
        boolean early = deleting.isDone();

        holding.end();

        deleting.get(30, TimeUnit.SECONDS);
        assertThat(early).isFalse();
    }

    @Test
    void whoHoldsWaitsForWhoDeletesAndFindsNothing() throws Exception {
        ObjectRef object = made(ObjectKind.CONNECTION, "Deleted");
        OpenWork deleting = OpenWork.that(unitOfWork, () -> connections.delete(id(object)));
        FutureTask<Optional<NamedObject>> holding =
                OpenWork.started(unitOfWork, () -> known.hold(object));
        OpenWork.untilSomebodyWaits(dataSource);

        deleting.end();

        assertThat(holding.get(30, TimeUnit.SECONDS)).isEmpty();
    }

    private static ConnectionId id(ObjectRef object) {
        return new ConnectionId(UUID.fromString(object.id()));
    }
}
