package io.connections.adapters.persistence.profile;

import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.port.PropertyRepository;
import io.connections.application.profile.port.PropertyRepositoryContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresPropertyRepositoryTest extends PropertyRepositoryContract {
    @Inject UnitOfWork unitOfWork;
    @Inject PropertyRepository properties;

    @Override
    protected PropertyRepository properties() {
        return properties;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }
}
