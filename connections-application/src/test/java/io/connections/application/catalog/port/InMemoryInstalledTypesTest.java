package io.connections.application.catalog.port;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryInstalledTypesTest extends InstalledTypesContract {
    private final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    private final InMemoryInstalledTypes installed = new InMemoryInstalledTypes(connections);

    @Override
    protected InstalledTypes installed() {
        return installed;
    }

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }
}
