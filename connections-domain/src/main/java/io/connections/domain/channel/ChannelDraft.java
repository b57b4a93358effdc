package io.connections.domain.channel;

import io.connections.domain.kernel.Naming;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A channel as a person filled it in; what was left empty is absent.
///
/// @param hostname of a website
/// @param aliases of a website
/// @param app of a mobile or TV channel
/// @param logo a data URL
public record ChannelDraft(
        String name,
        Outlet.Kind kind,
        Optional<String> hostname,
        List<String> aliases,
        Optional<String> app,
        Optional<String> logo) {
    public static final int MAX_NAME = 100;
    public static final int MAX_ALIASES = 100;

    public ChannelDraft {
        hostname = hostname.filter(text -> !text.isEmpty());
        aliases = List.copyOf(aliases);
        app = app.filter(text -> !text.isEmpty());
        logo = logo.filter(text -> !text.isEmpty());
    }

    /// What a draft was read as.
    public sealed interface Read {
        record Sound(Channel.Content content) implements Read {}

        record Wrong(List<Violation> violations) implements Read {}
    }

    /// @param pointer where violations point below
    public Read read(String pointer) {
        List<Violation> found =
                new ArrayList<>(
                        Naming.violations(pointer + "/name", name, "the channel", MAX_NAME));
        found.addAll(ofOtherKinds(pointer));
        found.addAll(ofItsKind(pointer));
        logo.flatMap(text -> Logo.violation(pointer + "/logo", text)).ifPresent(found::add);
        return found.isEmpty()
                ? new Read.Sound(new Channel.Content(name, outlet(), logo.map(Logo::new)))
                : new Read.Wrong(List.copyOf(found));
    }

    private List<Violation> ofOtherKinds(String pointer) {
        List<Violation> found = new ArrayList<>();
        if (kind != Outlet.Kind.WEBSITE) {
            hostname.ifPresent(
                    _ ->
                            found.add(
                                    misplaced(
                                            pointer + "/hostname",
                                            "Only a website has a hostname")));
            if (!aliases.isEmpty()) {
                found.add(misplaced(pointer + "/aliases", "Only a website has other hostnames"));
            }
        }
        if (kind != Outlet.Kind.MOBILE && kind != Outlet.Kind.TV) {
            app.ifPresent(
                    _ ->
                            found.add(
                                    misplaced(
                                            pointer + "/appId",
                                            "Only a mobile or TV channel is an app")));
        }
        return found;
    }

    private static Violation misplaced(String pointer, String why) {
        return new Violation(pointer, "not-of-this-kind", why + ". Leave this empty.");
    }

    private List<Violation> ofItsKind(String pointer) {
        return switch (kind) {
            case WEBSITE -> hostnames(pointer);
            case EMAIL -> List.of();
            case MOBILE, TV ->
                    AppId.violation(pointer + "/appId", app.orElse("")).stream().toList();
        };
    }

    private List<Violation> hostnames(String pointer) {
        List<Violation> found = new ArrayList<>();
        Hostname.violation(pointer + "/hostname", hostname.orElse("")).ifPresent(found::add);
        for (int i = 0; i < aliases.size() && i <= MAX_ALIASES; i++) {
            Hostname.violation(pointer + "/aliases/" + i, aliases.get(i)).ifPresent(found::add);
        }
        if (aliases.size() > MAX_ALIASES) {
            found.add(
                    new Violation(
                            pointer + "/aliases",
                            "too-many",
                            "A website has at most %d other hostnames.".formatted(MAX_ALIASES)));
        }
        return found;
    }

    private Outlet outlet() {
        return switch (kind) {
            case WEBSITE ->
                    new Outlet.Website(
                            Hostname.of(hostname.orElseThrow()),
                            aliases.stream().map(Hostname::of).toList());
            case EMAIL -> new Outlet.Email();
            case MOBILE -> new Outlet.Mobile(new AppId(app.orElseThrow()));
            case TV -> new Outlet.Tv(new AppId(app.orElseThrow()));
        };
    }
}
