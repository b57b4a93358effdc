package io.connections.adapters.persistence.connection;

import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.ConnectionVersions;
import io.connections.application.connection.port.ConnectionVersionsContract;
import io.connections.application.kernel.port.UnitOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresConnectionVersionsTest extends ConnectionVersionsContract {
    @Inject UnitOfWork unitOfWork;
    @Inject ConnectionRepository connections;
    @Inject ConnectionVersions versions;

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected ConnectionVersions versions() {
        return versions;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }
}
