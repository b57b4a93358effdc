package io.connections.domain.channel;

import io.connections.domain.channel.ScopeRule.Effect;
import io.connections.domain.goal.TextPattern;
import io.connections.domain.kernel.Violation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Channels, pages and rules in few words.
public final class ChannelFixtures {
    private static final Channel.Stamp BY_MIA =
            new Channel.Stamp("Mia", Instant.parse("2026-11-20T09:30:00Z"));

    private ChannelFixtures() {}

    public static ChannelId channelId(int number) {
        return new ChannelId(new UUID(0, number));
    }

    public static Channel website(int id, String name, String hostname, String... aliases) {
        return channel(id, name, new Outlet.Website(Hostname.of(hostname), hostnames(aliases)));
    }

    public static Channel channel(int id, String name, Outlet outlet) {
        return Channel.create(channelId(id), new Channel.Content(name, outlet), BY_MIA);
    }

    private static List<Hostname> hostnames(String... typed) {
        return Stream.of(typed).map(Hostname::of).toList();
    }

    public static PageAddress page(String url) {
        return switch (PageAddress.read("", url)) {
            case PageAddress.Read.Sound(PageAddress page) -> page;
            case PageAddress.Read.Wrong(Violation violation) ->
                    throw new IllegalArgumentException(violation.message());
        };
    }

    public static ScopeRule restrict(Comparison comparison, String text) {
        return new ScopeRule(Effect.RESTRICT, Condition.Text.of(comparison, text));
    }

    public static ScopeRule exclude(Comparison comparison, String text) {
        return new ScopeRule(Effect.EXCLUDE, Condition.Text.of(comparison, text));
    }

    public static ScopeRule pattern(Effect effect, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return rule(effect, pattern, text -> compiled.matcher(text).find());
    }

    /// A pattern that is never found.
    ///
    /// @param searched gets every text in which it is looked for
    static ScopeRule recording(Effect effect, List<String> searched) {
        return rule(effect, "recording", text -> !searched.add(text));
    }

    private static ScopeRule rule(Effect effect, String source, Predicate<String> found) {
        return new ScopeRule(effect, new Condition.Pattern(new Found(source, found)));
    }

    /// On one channel.
    public static ChannelScope on(Channel channel, ScopeRule... rules) {
        return new ChannelScope.Chosen(
                List.of(new ChannelScope.OnChannel(channel.id(), Arrays.asList(rules))));
    }

    /// Enough where nobody tries to make it run away.
    private record Found(String source, Predicate<String> found) implements TextPattern {
        @Override
        public boolean isFoundIn(String text) {
            return found.test(text);
        }

        @Override
        public String replaceAll(String text, String replacement) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> faultOf(String replacement) {
            throw new UnsupportedOperationException();
        }
    }
}
