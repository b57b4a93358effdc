package io.connections.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.Hostname;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A channel as others name it.
///
/// @param hostname of a website
@Schema(name = "ChannelRef")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelRefResponse(
        UUID id, String name, ChannelKindJson kind, @Nullable String hostname) {
    public static ChannelRefResponse of(Channel channel) {
        return new ChannelRefResponse(
                channel.id().value(),
                channel.name(),
                ChannelKindJson.of(channel.outlet()),
                channel.outlet().hostnames().stream()
                        .findFirst()
                        .map(Hostname::value)
                        .orElse(null));
    }
}
