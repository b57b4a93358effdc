package io.connections.domain.channel;

import io.connections.domain.audit.Change;
import io.connections.domain.channel.Channel.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is not the same in two states of a channel, in the words of its page.
public final class ChannelDifference {
    private ChannelDifference() {}

    public static List<Change> between(Content before, Content after) {
        return changes(Optional.of(before), after);
    }

    /// What a new channel begins with.
    public static List<Change> ofNew(Content content) {
        return changes(Optional.empty(), content);
    }

    private static List<Change> changes(Optional<Content> before, Content after) {
        Optional<Outlet> outlet = before.map(Content::outlet);
        List<Change> changes = new ArrayList<>();
        add(changes, "Name", before.map(Content::name).orElse(""), after.name());
        add(
                changes,
                "Hostname",
                outlet.map(ChannelDifference::hostname).orElse(""),
                hostname(after.outlet()));
        add(
                changes,
                "Other hostnames",
                outlet.map(ChannelDifference::aliases).orElse(""),
                aliases(after.outlet()));
        add(changes, "App id", outlet.map(ChannelDifference::app).orElse(""), app(after.outlet()));
        if (!before.flatMap(Content::logo).equals(after.logo())) {
            boolean had = before.flatMap(Content::logo).isPresent();
            boolean has = after.logo().isPresent();
            changes.add(Change.of("Logo", had ? "a picture" : "", has ? picture(had) : ""));
        }
        return changes;
    }

    private static String picture(boolean had) {
        return had ? "another picture" : "a picture";
    }

    private static void add(List<Change> changes, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(Change.of(what, before, after));
        }
    }

    private static String hostname(Outlet outlet) {
        return outlet.hostnames().stream().findFirst().map(Hostname::value).orElse("");
    }

    private static String aliases(Outlet outlet) {
        return outlet.hostnames().stream()
                .skip(1)
                .map(Hostname::value)
                .collect(Collectors.joining(", "));
    }

    private static String app(Outlet outlet) {
        return switch (outlet) {
            case Outlet.Mobile(AppId app) -> app.value();
            case Outlet.Tv(AppId app) -> app.value();
            case Outlet.Website _, Outlet.Email() -> "";
        };
    }
}
