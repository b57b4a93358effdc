package io.connections.api.channel;

import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.channel.ChannelDraft;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What can be asked of channels.
final class ChannelRequests {
    private ChannelRequests() {}

    /// @param hostname of a website: without scheme, path and port; it may have umlauts
    /// @param aliases other hostnames of the same website
    /// @param appId of a mobile or TV channel, as its store has it
    /// @param logo a PNG, JPEG or WebP of 8 KB at most, as a data URL
    @Schema(
            name = "SaveChannel",
            requiredProperties = {"name", "kind"},
            examples =
                    """
                    {"name":"Shop","kind":"WEBSITE","hostname":"shop.example",
                    "aliases":["www.shop.example"]}
                    """)
    record Save(
            @Nullable String name,
            @Nullable ChannelKindJson kind,
            @Nullable String hostname,
            @Nullable List<String> aliases,
            @Nullable String appId,
            @Nullable String logo) {
        static ChannelDraft draft(@Nullable Save given) {
            if (given == null) {
                throw RequestInvalid.at("", "required", "Send a JSON object.");
            }
            if (given.kind() == null) {
                throw RequestInvalid.at("/kind", "required", "Say which kind of channel it is.");
            }
            return new ChannelDraft(
                    Objects.requireNonNullElse(given.name(), ""),
                    given.kind().kind(),
                    Optional.ofNullable(given.hostname()),
                    Objects.requireNonNullElse(given.aliases(), List.of()),
                    Optional.ofNullable(given.appId()),
                    Optional.ofNullable(given.logo()));
        }
    }

    /// @param url of a page, as the browser's address bar has it
    @Schema(
            name = "TryScope",
            requiredProperties = {"url", "scope"},
            examples =
                    """
                    {"url":"https://shop.example/support/contact.html",
                    "scope":{"kind":"CHOSEN","channels":[
                    {"channelId":"0198c0de-0000-7000-8000-000000000007","rules":[
                    {"effect":"RESTRICT","match":"STARTS_WITH","text":"/support/"},
                    {"effect":"EXCLUDE","match":"IS","text":"/support/contact.html"}]}]}}
                    """)
    record Trial(@Nullable String url, @Nullable ScopeJson scope) {}
}
