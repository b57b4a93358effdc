package io.connections.adapters.persistence.kernel;

import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.kernel.port.IdempotencyKeys;
import io.connections.application.kernel.port.IdempotencyKeysContract;
import io.connections.application.kernel.port.UnitOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresIdempotencyKeysTest extends IdempotencyKeysContract {
    @Inject UnitOfWork unitOfWork;
    @Inject IdempotencyKeys keys;

    @Override
    protected IdempotencyKeys keys() {
        return keys;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }
}
