package io.connections.domain.channel;

import io.connections.domain.channel.ScopeRule.Effect;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// On which pages a connection is active. Every path asks here, and nowhere else is it decided.
///
/// A page is inside ⇔ its host is one of a channel, and that is chosen where channels are chosen,
/// and the channel has no RESTRICT or one of them matches, and no EXCLUDE matches. What is not
/// known is outside: no scope has a page whose host is of no channel.
public sealed interface ChannelScope {
    int MAX_CHANNELS = 500;
    int MAX_RULES = 1_000;

    /// Every page of every channel, also of those that are yet to come.
    record Everywhere() implements ChannelScope {
        @Override
        public Optional<List<ScopeRule>> rulesOn(ChannelId channel) {
            return Optional.of(List.of());
        }
    }

    /// On these channels; none chosen is nowhere.
    record Chosen(List<OnChannel> channels) implements ChannelScope {
        public Chosen {
            channels = List.copyOf(channels);
        }

        @Override
        public Optional<List<ScopeRule>> rulesOn(ChannelId channel) {
            for (OnChannel chosen : channels) {
                if (chosen.channel().equals(channel)) {
                    return Optional.of(chosen.rules());
                }
            }
            return Optional.empty();
        }
    }

    /// @param rules in the order in which they are asked; none lets every page in
    record OnChannel(ChannelId channel, List<ScopeRule> rules) {
        public OnChannel {
            rules = List.copyOf(rules);
        }
    }

    /// Those that it names; of the scope everywhere none.
    default List<ChannelId> chosen() {
        return switch (this) {
            case Everywhere() -> List.of();
            case Chosen(List<OnChannel> channels) ->
                    channels.stream().map(OnChannel::channel).toList();
        };
    }

    /// Without the channels that there are no more. It never gets wider: where none is left it is
    /// nowhere.
    default ChannelScope only(Set<ChannelId> there) {
        return switch (this) {
            case Everywhere() -> this;
            case Chosen(List<OnChannel> channels) ->
                    new Chosen(
                            channels.stream()
                                    .filter(each -> there.contains(each.channel()))
                                    .toList());
        };
    }

    /// Empty where the scope leaves the channel out.
    Optional<List<ScopeRule>> rulesOn(ChannelId channel);

    default Verdict judge(Channels channels, PageAddress page) {
        Optional<ChannelId> channel = channels.of(page).map(Channel::id);
        if (channel.isEmpty()) {
            return new Verdict.NoChannel(page.host());
        }
        Optional<List<ScopeRule>> rules = rulesOn(channel.get());
        return rules.isEmpty()
                ? new Verdict.NotChosen(channel.get())
                : judge(channel.get(), rules.get(), Sights.of(page));
    }

    private static Verdict judge(ChannelId channel, List<ScopeRule> rules, Sights sights) {
        boolean restricted = false;
        int lets = -1;
        for (int i = 0; i < rules.size(); i++) {
            ScopeRule rule = rules.get(i);
            if (rule.effect() == Effect.EXCLUDE) {
                if (rule.condition().holdsFor(sights)) {
                    return new Verdict.Excluded(channel, new RuleAt(i, rule));
                }
            } else {
                restricted = true;
                if (lets < 0 && rule.condition().holdsFor(sights)) {
                    lets = i;
                }
            }
        }
        if (lets >= 0) {
            return new Verdict.Inside(channel, Optional.of(new RuleAt(lets, rules.get(lets))));
        }
        return restricted
                ? new Verdict.NoneMatches(channel)
                : new Verdict.Inside(channel, Optional.empty());
    }

    /// The same verdict, with what it was made of.
    default Explanation explain(Channels channels, PageAddress page) {
        Optional<Channel> channel = channels.of(page);
        Sights sights = Sights.of(page);
        List<Seen> seen = new ArrayList<>();
        for (ScopeRule rule : channel.map(Channel::id).flatMap(this::rulesOn).orElseGet(List::of)) {
            Optional<String> found = sights.first(rule.condition());
            seen.add(new Seen(rule, found.isPresent(), found.orElseGet(sights::whole)));
        }
        return new Explanation(page, channel, seen, judge(channels, page));
    }

    /// What cannot be saved, whatever channels there are.
    default List<Violation> violations(String pointer) {
        return switch (this) {
            case Everywhere() -> List.of();
            case Chosen(List<OnChannel> channels) -> violations(pointer + "/channels", channels);
        };
    }

    private static List<Violation> violations(String pointer, List<OnChannel> channels) {
        List<Violation> found = new ArrayList<>();
        Set<ChannelId> seen = new HashSet<>();
        int rules = 0;
        for (int i = 0; i < channels.size(); i++) {
            if (!seen.add(channels.get(i).channel())) {
                found.add(
                        new Violation(
                                pointer + "/" + i + "/channelId",
                                "duplicate",
                                "This channel is chosen already. Give all its rules there."));
            }
            rules += channels.get(i).rules().size();
        }
        if (channels.size() > MAX_CHANNELS) {
            found.add(
                    new Violation(
                            pointer,
                            "too-many",
                            "Choose at most %d channels.".formatted(MAX_CHANNELS)));
        }
        if (rules > MAX_RULES) {
            found.add(
                    new Violation(
                            pointer,
                            "too-many-rules",
                            "All channels together have at most %,d rules.".formatted(MAX_RULES)));
        }
        return found;
    }

    /// @param position among the rules of its channel, from 0
    record RuleAt(int position, ScopeRule rule) {}

    sealed interface Verdict {
        default boolean isInside() {
            return this instanceof Inside;
        }

        /// @param rule the first RESTRICT that matches; absent where there is none
        record Inside(ChannelId channel, Optional<RuleAt> rule) implements Verdict {}

        /// @param rule the first EXCLUDE that matches
        record Excluded(ChannelId channel, RuleAt rule) implements Verdict {}

        /// The channel has RESTRICTs, and none of them matches.
        record NoneMatches(ChannelId channel) implements Verdict {}

        record NotChosen(ChannelId channel) implements Verdict {}

        record NoChannel(Hostname host) implements Verdict {}
    }

    /// @param channel whose page it is; absent: of none
    /// @param rules every one that the scope has for the channel, in order
    record Explanation(
            PageAddress page, Optional<Channel> channel, List<Seen> rules, Verdict verdict) {
        public Explanation {
            rules = List.copyOf(rules);
        }
    }

    /// @param sight in which it found what it looks for; where it did not, the whole of what it saw
    record Seen(ScopeRule rule, boolean matches, String sight) {}
}
