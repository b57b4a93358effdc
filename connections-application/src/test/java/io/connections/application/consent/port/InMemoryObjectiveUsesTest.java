package io.connections.application.consent.port;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryObjectiveUsesTest extends ObjectiveUsesContract {
    private final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    private final InMemoryObjectiveUses uses = new InMemoryObjectiveUses(connections);

    @Override
    protected ObjectiveUses uses() {
        return uses;
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
