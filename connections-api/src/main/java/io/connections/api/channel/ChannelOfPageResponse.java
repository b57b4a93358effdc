package io.connections.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.application.channel.FindChannelOfPage.Found;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.Hostname;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param hostname of the page, as it is compared: in ASCII and lower case, without port
/// @param pathAndQuery of the page, as rules see it
/// @param foundBy whether the channel has that hostname or an alias of it
/// @param channel whose page it is; absent: no channel has the hostname
@Schema(name = "ChannelOfPage")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelOfPageResponse(
        String hostname,
        String pathAndQuery,
        FoundBy foundBy,
        @Nullable ChannelRefResponse channel) {

    @Schema(name = "ChannelFoundBy")
    public enum FoundBy {
        HOSTNAME,
        ALIAS,
        NOTHING
    }

    static ChannelOfPageResponse of(Found found) {
        Hostname host = found.page().host();
        return new ChannelOfPageResponse(
                host.value(),
                found.page().pathAndQuery(),
                found.channel().map(channel -> foundBy(channel, host)).orElse(FoundBy.NOTHING),
                found.channel().map(ChannelRefResponse::of).orElse(null));
    }

    private static FoundBy foundBy(Channel channel, Hostname host) {
        return channel.outlet().hostnames().getFirst().equals(host)
                ? FoundBy.HOSTNAME
                : FoundBy.ALIAS;
    }
}
