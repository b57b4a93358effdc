package io.connections.domain.channel;

import io.connections.domain.audit.Change;
import io.connections.domain.channel.ChannelScope.Chosen;
import io.connections.domain.channel.ChannelScope.Everywhere;
import io.connections.domain.channel.ChannelScope.OnChannel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is not the same in two scopes, in words: which channels, and the rules of each.
public final class ScopeDifference {
    private ScopeDifference() {}

    /// @param names of the channels that there are; others are gone
    public static List<Change> between(
            ChannelScope before, ChannelScope after, Map<ChannelId, String> names) {
        List<Change> changes = new ArrayList<>();
        add(changes, "Channels", channels(before, names), channels(after, names));
        Set<ChannelId> all = new LinkedHashSet<>(before.chosen());
        all.addAll(after.chosen());
        for (ChannelId channel : all) {
            add(
                    changes,
                    "Rules of " + name(channel, names),
                    rules(before, channel),
                    rules(after, channel));
        }
        return changes;
    }

    private static void add(List<Change> changes, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(Change.of(what, before, after));
        }
    }

    private static String channels(ChannelScope scope, Map<ChannelId, String> names) {
        return switch (scope) {
            case Everywhere() -> "All";
            case Chosen(List<OnChannel> channels) ->
                    channels.isEmpty()
                            ? "None"
                            : channels.stream()
                                    .map(each -> name(each.channel(), names))
                                    .collect(Collectors.joining(", "));
        };
    }

    private static String name(ChannelId channel, Map<ChannelId, String> names) {
        return names.getOrDefault(channel, "a deleted channel");
    }

    private static String rules(ChannelScope scope, ChannelId channel) {
        return scope.rulesOn(channel).orElseGet(List::of).stream()
                .map(ScopeWords::said)
                .collect(Collectors.joining("; "));
    }
}
