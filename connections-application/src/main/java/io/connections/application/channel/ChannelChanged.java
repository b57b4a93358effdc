package io.connections.application.channel;

import io.connections.domain.kernel.Stale;

/// Somebody saved the channel since the version that this change was made from.
public final class ChannelChanged extends Stale {
    private final transient ChannelView current;

    public ChannelChanged(ChannelView current) {
        super(
                "%s saved this channel meanwhile. Look at what changed, then save again."
                        .formatted(current.channel().modified().by()));
        this.current = current;
    }

    /// What stands now.
    public ChannelView current() {
        return current;
    }

    @Override
    public String code() {
        return "channel-changed";
    }
}
