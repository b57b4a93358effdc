package io.connections.application.connection.port;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryConnectionVersionsTest extends ConnectionVersionsContract {
    private final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected ConnectionVersions versions() {
        return connections.versions();
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }
}
