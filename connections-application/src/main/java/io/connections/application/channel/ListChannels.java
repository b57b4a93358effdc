package io.connections.application.channel;

import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.channel.Channel;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/// Channels by name: what a person types ahead, and the page that tends them.
@Singleton
public final class ListChannels {
    public record Query(ChannelFilter filter, PageRequest page, Actor actor) {}

    private final UnitOfWork unitOfWork;
    private final ChannelRepository channels;
    private final ChannelViews views;

    ListChannels(UnitOfWork unitOfWork, ChannelRepository channels, ChannelViews views) {
        this.unitOfWork = unitOfWork;
        this.channels = channels;
        this.views = views;
    }

    public Uni<Page<ChannelView>> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    return channels.list(query.filter(), query.page())
                            .chain(page -> seen(page, query.actor()));
                });
    }

    private Uni<Page<ChannelView>> seen(Page<Channel> page, Actor actor) {
        return views.of(page.items(), actor).map(items -> new Page<>(items, page.next()));
    }
}
