package io.connections.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.connections.api.kernel.Paging;
import io.connections.api.label.LabelRefResponse;
import io.connections.application.channel.ChannelView;
import io.connections.application.kernel.Page;
import io.connections.domain.channel.AppId;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.Hostname;
import io.connections.domain.channel.Logo;
import io.connections.domain.channel.Outlet;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// @param hostname of a website, in ASCII and lower case
/// @param aliases other hostnames of the same website
/// @param appId of a mobile or TV channel
/// @param logo a data URL
/// @param lastSeen when something was last reported from it; absent: never
/// @param labels by name; neither they nor the star belong to the version
/// @param favorite whether whoever asks starred it
/// @param uses how many connections have chosen it; those that are active on all channels have not
@Schema(name = "Channel")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelResponse(
        UUID id,
        long version,
        String name,
        ChannelKindJson kind,
        @Nullable String hostname,
        List<String> aliases,
        @Nullable String appId,
        @Nullable String logo,
        @Nullable Instant lastSeen,
        List<LabelRefResponse> labels,
        boolean favorite,
        long uses,
        Instant createdAt,
        String createdBy,
        Instant modifiedAt,
        String modifiedBy) {

    public static ChannelResponse of(ChannelView view) {
        Channel channel = view.channel();
        List<String> hosts = channel.outlet().hostnames().stream().map(Hostname::value).toList();
        return new ChannelResponse(
                channel.id().value(),
                channel.version().number(),
                channel.name(),
                ChannelKindJson.of(channel.outlet()),
                hosts.isEmpty() ? null : hosts.getFirst(),
                hosts.stream().skip(1).toList(),
                app(channel.outlet()),
                channel.content().logo().map(Logo::dataUrl).orElse(null),
                channel.lastSeen().orElse(null),
                LabelRefResponse.of(view.labels()),
                view.favorite(),
                view.uses(),
                channel.created().at(),
                channel.created().by(),
                channel.modified().at(),
                channel.modified().by());
    }

    private static @Nullable String app(Outlet outlet) {
        return switch (outlet) {
            case Outlet.Mobile(AppId app) -> app.value();
            case Outlet.Tv(AppId app) -> app.value();
            case Outlet.Website _, Outlet.Email() -> null;
        };
    }

    @Schema(name = "ChannelPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Items(List<ChannelResponse> items, @Nullable String next) {
        static Items of(Page<ChannelView> page, Paging paging) {
            return new Items(
                    page.items().stream().map(ChannelResponse::of).toList(),
                    paging.next(page).orElse(null));
        }
    }
}
