package io.connections.application.channel;

import io.connections.application.channel.port.ChannelKeys;
import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Whether a channel has a key, since when and by whom; never the key.
@Singleton
public final class GetChannelKey {
    public record Query(ChannelId id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ChannelRepository channels;
    private final ChannelKeys keys;

    GetChannelKey(UnitOfWork unitOfWork, ChannelRepository channels, ChannelKeys keys) {
        this.unitOfWork = unitOfWork;
        this.channels = channels;
        this.keys = keys;
    }

    /// Fails with [ChannelNotFound].
    public Uni<Optional<Channel.Stamp>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return channels.get(query.id()).chain(() -> keys.made(query.id()));
                });
    }
}
