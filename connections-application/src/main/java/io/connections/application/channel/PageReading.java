package io.connections.application.channel;

import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.channel.Channels;
import io.connections.domain.channel.PageAddress;
import io.connections.domain.kernel.Violation;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// What everybody does who asks about a page.
public final class PageReading {
    private PageReading() {}

    /// Fails with [RequestInvalid] where the text is no address of a page.
    public static PageAddress read(String url) {
        return switch (PageAddress.read("/url", url)) {
            case PageAddress.Read.Sound(PageAddress page) -> page;
            case PageAddress.Read.Wrong(Violation violation) ->
                    throw new RequestInvalid(List.of(violation));
        };
    }

    /// As many of them as it takes to say whose page it is. Inside a unit of work.
    public static Uni<Channels> channelsOf(PageAddress page, ChannelRepository channels) {
        return channels.having(List.of(page.host())).map(Channels::of);
    }
}
