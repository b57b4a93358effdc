package io.connections.application.connection.port;

import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.kernel.port.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryConnectionRepositoryTest extends ConnectionRepositoryContract {
    private final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(connections);

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).await().indefinitely();
    }
}
