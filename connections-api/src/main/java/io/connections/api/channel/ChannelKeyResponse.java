package io.connections.api.channel;

import io.connections.application.channel.MakeChannelKey;
import io.connections.domain.channel.Channel;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is known of a channel's key.
@Schema(name = "ChannelKey")
public record ChannelKeyResponse(
        @Schema(required = true) boolean made,
        Optional<Instant> madeAt,
        Optional<String> madeBy,
        @Schema(description = "Shown once, when it is made.") Optional<String> key) {
    static ChannelKeyResponse of(Optional<Channel.Stamp> by) {
        return new ChannelKeyResponse(
                by.isPresent(),
                by.map(Channel.Stamp::at),
                by.map(Channel.Stamp::by),
                Optional.empty());
    }

    static ChannelKeyResponse of(MakeChannelKey.Made made) {
        return new ChannelKeyResponse(
                true,
                Optional.of(made.by().at()),
                Optional.of(made.by().by()),
                Optional.of(made.key().reveal()));
    }
}
