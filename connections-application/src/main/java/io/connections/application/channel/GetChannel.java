package io.connections.application.channel;

import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.channel.ChannelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// One channel.
@Singleton
public final class GetChannel {
    public record Query(ChannelId id, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ChannelRepository channels;
    private final ChannelViews views;

    GetChannel(UnitOfWork unitOfWork, ChannelRepository channels, ChannelViews views) {
        this.unitOfWork = unitOfWork;
        this.channels = channels;
        this.views = views;
    }

    public Uni<ChannelView> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return channels.get(query.id())
                            .chain(channel -> views.of(channel, query.actor()));
                });
    }
}
