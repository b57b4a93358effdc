package io.connections.application.channel;

import io.connections.domain.channel.ChannelId;
import io.connections.domain.channel.Outlet;
import io.connections.domain.label.LabelId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Which channels are looked for; what is empty is no matter.
///
/// @param search part of the name, of a hostname or of an app's id, upper and lower case alike
/// @param ids of no others
/// @param kinds any of them
/// @param labels any of them
/// @param seenSince seen then or later
/// @param notSeenSince never seen, or before then
public record ChannelFilter(
        String search,
        Set<ChannelId> ids,
        Set<Outlet.Kind> kinds,
        Set<LabelId> labels,
        Optional<Instant> seenSince,
        Optional<Instant> notSeenSince) {
    public static final ChannelFilter ALL = searching("");

    public ChannelFilter {
        ids = Set.copyOf(ids);
        kinds = Set.copyOf(kinds);
        labels = Set.copyOf(labels);
    }

    public static ChannelFilter searching(String search) {
        return new ChannelFilter(
                search, Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());
    }
}
