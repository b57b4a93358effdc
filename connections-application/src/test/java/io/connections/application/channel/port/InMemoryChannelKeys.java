package io.connections.application.channel.port;

import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.domain.channel.Channel.Stamp;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.kernel.Secret;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public final class InMemoryChannelKeys implements ChannelKeys, InMemoryUnitOfWork.Store {
    private final Map<ChannelId, Kept> kept = new HashMap<>();
    private int made;

    private record Kept(Secret key, Stamp by) {}

    @Override
    public Uni<Secret> make(ChannelId channel, Stamp by) {
        return Uni.createFrom()
                .item(
                        () -> {
                            Secret key = new Secret("%043d".formatted(++made));
                            kept.put(channel, new Kept(key, by));
                            return key;
                        });
    }

    @Override
    public Uni<Optional<Stamp>> made(ChannelId channel) {
        return Uni.createFrom().item(() -> Optional.ofNullable(kept.get(channel)).map(Kept::by));
    }

    @Override
    public Uni<Optional<Secret>> reveal(ChannelId channel) {
        return Uni.createFrom().item(() -> Optional.ofNullable(kept.get(channel)).map(Kept::key));
    }

    @Override
    public Runnable remember() {
        Map<ChannelId, Kept> before = new HashMap<>(kept);
        return () -> {
            kept.clear();
            kept.putAll(before);
        };
    }
}
