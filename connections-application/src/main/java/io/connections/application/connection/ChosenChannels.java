package io.connections.application.connection;

import io.connections.application.channel.port.ChannelRepository;
import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.kernel.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The channels that scopes name. Inside a unit of work: none of them is deleted before it ends.
@Singleton
public final class ChosenChannels {
    private final ChannelRepository channels;

    public ChosenChannels(ChannelRepository channels) {
        this.channels = channels;
    }

    /// The names of those that there are.
    Uni<Map<ChannelId, String>> names(ChannelScope... scopes) {
        Set<ChannelId> chosen =
                Stream.of(scopes)
                        .flatMap(scope -> scope.chosen().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        return chosen.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : channels.use(chosen)
                        .map(
                                found ->
                                        found.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                Channel::id, Channel::name)));
    }

    /// Fails with [RequestInvalid] that points at each channel that there is not.
    static void requireThere(ChannelScope scope, Set<ChannelId> there) {
        List<Violation> violations = new ArrayList<>();
        List<ChannelId> chosen = scope.chosen();
        for (int i = 0; i < chosen.size(); i++) {
            if (!there.contains(chosen.get(i))) {
                violations.add(
                        new Violation(
                                "/scope/channels/" + i + "/channelId",
                                "channel-gone",
                                "There is no such channel (any more). Take it out."));
            }
        }
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
    }
}
