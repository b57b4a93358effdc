package io.connections.application.channel;

import io.connections.domain.channel.Channel;
import io.connections.domain.label.Label;
import java.util.List;

/// A channel as people see it.
///
/// @param labels by name
/// @param favorite of whoever looks
/// @param uses how many connections have chosen it
public record ChannelView(Channel channel, List<Label> labels, boolean favorite, long uses) {
    public ChannelView {
        labels = List.copyOf(labels);
    }
}
