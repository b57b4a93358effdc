package io.connections.application.channel.port;

import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.InMemoryConnectionRepository;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryChannelUsesTest extends ChannelUsesContract {
    private final InMemoryConnectionRepository connections = new InMemoryConnectionRepository();
    private final InMemoryChannelUses uses = new InMemoryChannelUses(connections::all);

    @Override
    protected ChannelUses uses() {
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
