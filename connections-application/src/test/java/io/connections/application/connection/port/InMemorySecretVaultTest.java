package io.connections.application.connection.port;

import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.kernel.port.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemorySecretVaultTest extends SecretVaultContract {
    private final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    private final InMemorySecretVault vault = new InMemorySecretVault();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(connections, vault);

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected SecretVault vault() {
        return vault;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).await().indefinitely();
    }
}
