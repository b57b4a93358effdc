package io.connections.application.channel.port;

import io.connections.domain.channel.ChannelId;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Supplier;

class InMemoryChannelKeysTest extends ChannelKeysContract {
    private final InMemoryChannelKeys keys = new InMemoryChannelKeys();

    @Override
    protected ChannelKeys keys() {
        return keys;
    }

    @Override
    protected ChannelId aChannel() {
        return new ChannelId(UUID.randomUUID());
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }
}
