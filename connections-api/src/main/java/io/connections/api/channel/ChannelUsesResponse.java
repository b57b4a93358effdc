package io.connections.api.channel;

import io.connections.application.channel.FindChannelUses.Uses;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param count how many connections have chosen the channel
/// @param usedBy the first of them, by name
@Schema(name = "ChannelUses")
public record ChannelUsesResponse(long count, List<Use> usedBy) {
    static ChannelUsesResponse of(Uses uses) {
        return new ChannelUsesResponse(
                uses.count(),
                uses.usedBy().stream().map(one -> new Use(one.id(), one.name())).toList());
    }

    /// A connection that has chosen the channel.
    @Schema(name = "ChannelUse")
    public record Use(UUID id, String name) {}
}
