package io.connections.application.profile.port;

import static io.connections.domain.connection.ConnectionFixtures.NOON;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.run.request.RunState;
import io.connections.application.run.request.port.InMemoryRuns;
import io.connections.application.run.request.port.RunQueue;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryPropertyUsesTest extends PropertyUsesContract {
    private final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    private final InMemoryRuns runs = new InMemoryRuns(connections);
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork(connections, runs);

    @Override
    protected PropertyUses uses() {
        return new InMemoryPropertyUses(connections, runs);
    }

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected RunQueue queue() {
        return runs;
    }

    @Override
    protected void ended(RunId run, RunState state) {
        runs.ended(run, state, NOON);
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).await().indefinitely();
    }
}
