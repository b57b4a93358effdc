package io.connections.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.application.channel.MakeChannelKey;
import io.connections.domain.channel.Channel;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is known of a channel's key.
///
/// @param madeAt absent: there is none
/// @param madeBy absent: there is none
/// @param key shown once, when it is made
@Schema(name = "ChannelKey")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelKeyResponse(
        boolean made, @Nullable Instant madeAt, @Nullable String madeBy, @Nullable String key) {
    static ChannelKeyResponse of(Optional<Channel.Stamp> by) {
        return new ChannelKeyResponse(
                by.isPresent(),
                by.map(Channel.Stamp::at).orElse(null),
                by.map(Channel.Stamp::by).orElse(null),
                null);
    }

    static ChannelKeyResponse of(MakeChannelKey.Made made) {
        return new ChannelKeyResponse(true, made.by().at(), made.by().by(), made.key().reveal());
    }
}
