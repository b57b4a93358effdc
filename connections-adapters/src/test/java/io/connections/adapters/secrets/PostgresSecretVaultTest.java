package io.connections.adapters.secrets;

import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.SecretVault;
import io.connections.application.connection.port.SecretVaultContract;
import io.connections.application.kernel.port.UnitOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.function.Supplier;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresSecretVaultTest extends SecretVaultContract {
    @Inject UnitOfWork unitOfWork;
    @Inject ConnectionRepository connections;
    @Inject SecretVault vault;

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
        return Awaiting.on(() -> unitOfWork.run(work));
    }
}
