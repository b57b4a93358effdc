package io.connections.application.channel;

import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelDraft;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.Channels;
import io.connections.domain.kernel.Violation;
import io.smallrye.mutiny.Uni;
import java.util.List;

/// What the use cases that write channels refuse alike, with [RequestInvalid].
final class ChannelCheck {
    private ChannelCheck() {}

    static Channel.Content read(ChannelDraft draft) {
        return switch (draft.read("")) {
            case ChannelDraft.Read.Sound(Channel.Content content) -> content;
            case ChannelDraft.Read.Wrong(List<Violation> violations) ->
                    throw new RequestInvalid(violations);
        };
    }

    /// After [ChannelRepository#hold].
    static Uni<Void> requireFreeHostnames(
            ChannelRepository channels, ChannelId id, Channel.Content content) {
        return channels.having(content.outlet().hostnames())
                .map(holders -> Channels.of(holders).violations("", id, content.outlet()))
                .invoke(
                        violations -> {
                            if (!violations.isEmpty()) {
                                throw new RequestInvalid(violations);
                            }
                        })
                .replaceWithVoid();
    }
}
