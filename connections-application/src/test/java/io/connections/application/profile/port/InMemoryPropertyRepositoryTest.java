package io.connections.application.profile.port;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryPropertyRepositoryTest extends PropertyRepositoryContract {
    private final InMemoryPropertyRepository properties = new InMemoryPropertyRepository();

    @Override
    protected PropertyRepository properties() {
        return properties;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }
}
