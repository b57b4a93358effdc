package io.connections.application.channel;

import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.PageAddress;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Which channel the address of a page belongs to, and why.
@Singleton
public final class FindChannelOfPage {
    /// @param url as a person typed it
    public record Query(String url, Actor actor) {}

    /// @param page as it is read: its host is what decides
    /// @param channel absent: the host is of none
    public record Found(PageAddress page, Optional<Channel> channel) {}

    private final UnitOfWork unitOfWork;
    private final ChannelRepository channels;

    FindChannelOfPage(UnitOfWork unitOfWork, ChannelRepository channels) {
        this.unitOfWork = unitOfWork;
        this.channels = channels;
    }

    /// Fails with [RequestInvalid] where the text is no address of a page.
    public Uni<Found> handle(Query query) {
        return unitOfWork.run(
                () -> {
                    query.actor().require(Permission.CONNECTIONS_READ);
                    PageAddress page = PageReading.read(query.url());
                    return PageReading.channelsOf(page, channels)
                            .map(holders -> new Found(page, holders.of(page)));
                });
    }
}
