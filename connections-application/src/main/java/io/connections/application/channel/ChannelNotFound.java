package io.connections.application.channel;

import io.connections.domain.kernel.NotFound;

/// There is no such channel: it was deleted, or never was.
public final class ChannelNotFound extends NotFound {
    public ChannelNotFound() {
        super("There is no such channel. It may have been deleted.");
    }

    @Override
    public String code() {
        return "channel-not-found";
    }
}
