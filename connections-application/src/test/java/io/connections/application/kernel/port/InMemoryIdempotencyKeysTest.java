package io.connections.application.kernel.port;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryIdempotencyKeysTest extends IdempotencyKeysContract {
    private final InMemoryIdempotencyKeys keys = new InMemoryIdempotencyKeys();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(keys);

    @Override
    protected IdempotencyKeys keys() {
        return keys;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).await().indefinitely();
    }
}
