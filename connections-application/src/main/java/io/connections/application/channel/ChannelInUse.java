package io.connections.application.channel;

import io.connections.domain.channel.Channel;
import io.connections.domain.kernel.Conflict;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Connections have chosen the channel. Without it they would be active on fewer pages than
/// somebody wanted, unseen.
public final class ChannelInUse extends Conflict {
    private final long count;
    private final transient List<Use> usedBy;

    /// @param usedBy the first few, by name
    public ChannelInUse(Channel channel, long count, List<Use> usedBy) {
        super(
                count == 1
                        ? "The channel \"%s\" is chosen by one connection. Take it out there first."
                                .formatted(channel.name())
                        : String.format(
                                Locale.ROOT,
                                "The channel \"%s\" is chosen by %,d connections. Take it out there first.",
                                channel.name(),
                                count));
        this.count = count;
        this.usedBy = List.copyOf(usedBy);
    }

    /// A connection that has chosen the channel.
    public record Use(UUID id, String name) {}

    public long count() {
        return count;
    }

    public List<Use> usedBy() {
        return usedBy;
    }

    @Override
    public String code() {
        return "channel-in-use";
    }
}
