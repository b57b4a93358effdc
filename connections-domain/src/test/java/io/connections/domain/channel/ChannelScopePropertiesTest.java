package io.connections.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.channel.ChannelScope.Chosen;
import io.connections.domain.channel.ChannelScope.Explanation;
import io.connections.domain.channel.ChannelScope.OnChannel;
import io.connections.domain.channel.ChannelScope.Verdict;
import io.connections.domain.channel.ScopeRule.Effect;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class ChannelScopePropertiesTest {
    private static final List<Channel> ALL =
            List.of(
                    ChannelFixtures.website(1, "A", "a.example", "www.a.example"),
                    ChannelFixtures.website(2, "B", "b.example"),
                    ChannelFixtures.website(3, "C", "c.example"));

    /// A rule in plain words: `only` or `not`, `starts with`, `contains`, `is` or `ends with`, a
    /// text.
    private record Said(boolean only, String how, String text) {
        boolean isTrueOf(Address address) {
            String whole =
                    address.query.isEmpty() ? address.path : address.path + "?" + address.query;
            return isTrueOf(whole) || isTrueOf(address.path);
        }

        private boolean isTrueOf(String seen) {
            return switch (how) {
                case "starts with" -> seen.indexOf(text) == 0;
                case "contains" -> seen.indexOf(text) >= 0;
                case "is" -> seen.compareTo(text) == 0;
                case "ends with" ->
                        seen.length() >= text.length()
                                && seen.substring(seen.length() - text.length()).equals(text);
                default -> throw new AssertionError(how);
            };
        }

        ScopeRule rule() {
            Comparison comparison =
                    switch (how) {
                        case "starts with" -> Comparison.STARTS_WITH;
                        case "contains" -> Comparison.CONTAINS;
                        case "is" -> Comparison.IS;
                        default -> Comparison.ENDS_WITH;
                    };
            return new ScopeRule(
                    only ? Effect.RESTRICT : Effect.EXCLUDE, Condition.Text.of(comparison, text));
        }
    }

    record Address(String host, String path, String query) {
        PageAddress page() {
            return ChannelFixtures.page(
                    "https://" + host + path + (query.isEmpty() ? "" : "?" + query));
        }
    }

    /// What is said of one channel: its place among [#ALL] and its rules.
    record SaidOf(int channel, List<Said> rules) {}

    /// The sentence of the requirement, word by word, over plain texts.
    private static boolean allowed(Optional<List<SaidOf>> chosen, Address address) {
        Optional<Channel> channel =
                ALL.stream()
                        .filter(
                                each ->
                                        each.outlet()
                                                .hostnames()
                                                .contains(new Hostname(address.host)))
                        .findFirst();
        if (channel.isEmpty()) {
            return false;
        }
        if (chosen.isEmpty()) {
            return true;
        }
        Optional<SaidOf> said =
                chosen.get().stream()
                        .filter(each -> ALL.get(each.channel).equals(channel.get()))
                        .findFirst();
        if (said.isEmpty()) {
            return false;
        }
        List<Said> only = said.get().rules.stream().filter(Said::only).toList();
        List<Said> not = said.get().rules.stream().filter(each -> !each.only).toList();
        return (only.isEmpty() || only.stream().anyMatch(each -> each.isTrueOf(address)))
                && not.stream().noneMatch(each -> each.isTrueOf(address));
    }

    @Property(tries = 10_000)
    @Tag("M24")
    void aScopeAllowsWhatTheSentenceSays(
            @ForAll("scopes") Optional<List<SaidOf>> chosen, @ForAll("addresses") Address address) {
        Explanation explanation = scope(chosen).explain(Channels.of(ALL), address.page());

        assertThat(explanation.verdict().isInside()).isEqualTo(allowed(chosen, address));
        assertThat(explanation.verdict())
                .isEqualTo(scope(chosen).judge(Channels.of(ALL), address.page()));
    }

    /// What *Explain* shows never contradicts the verdict.
    @Property
    @Tag("M24")
    void theRuleThatDecidesIsTheFirstOfItsKindThatMatches(
            @ForAll("scopes") Optional<List<SaidOf>> chosen, @ForAll("addresses") Address address) {
        Explanation explanation = scope(chosen).explain(Channels.of(ALL), address.page());

        switch (explanation.verdict()) {
            case Verdict.Excluded excluded ->
                    assertThat(excluded.rule().position())
                            .isEqualTo(first(Effect.EXCLUDE, explanation));
            case Verdict.Inside inside -> {
                assertThat(first(Effect.EXCLUDE, explanation)).isEqualTo(-1);
                assertThat(inside.rule().map(ChannelScope.RuleAt::position).orElse(-1))
                        .isEqualTo(first(Effect.RESTRICT, explanation));
            }
            case Verdict.NoneMatches _ ->
                    assertThat(first(Effect.RESTRICT, explanation)).isEqualTo(-1);
            case Verdict.NotChosen _, Verdict.NoChannel _ ->
                    assertThat(explanation.rules()).isEmpty();
        }
    }

    private static int first(Effect effect, Explanation explanation) {
        for (int i = 0; i < explanation.rules().size(); i++) {
            if (explanation.rules().get(i).rule().effect() == effect
                    && explanation.rules().get(i).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static ChannelScope scope(Optional<List<SaidOf>> chosen) {
        return chosen.<ChannelScope>map(
                        all ->
                                new Chosen(
                                        all.stream()
                                                .map(
                                                        each ->
                                                                new OnChannel(
                                                                        ALL.get(each.channel).id(),
                                                                        each.rules.stream()
                                                                                .map(Said::rule)
                                                                                .toList()))
                                                .toList()))
                .orElse(new ChannelScope.Everywhere());
    }

    @Provide
    Arbitrary<Optional<List<SaidOf>>> scopes() {
        Arbitrary<SaidOf> one =
                Combinators.combine(Arbitraries.integers().between(0, 1), rules()).as(SaidOf::new);
        return one.list().ofMaxSize(2).uniqueElements(SaidOf::channel).optional(0.9);
    }

    private static Arbitrary<List<Said>> rules() {
        Arbitrary<Said> fromTheStart =
                Combinators.combine(
                                Arbitraries.of(true, false),
                                Arbitraries.of("starts with", "is"),
                                paths())
                        .as(Said::new);
        Arbitrary<Said> anywhere =
                Combinators.combine(
                                Arbitraries.of(true, false),
                                Arbitraries.of("contains", "ends with"),
                                Arbitraries.of("/", "a", "b", "/a", "a/", "?", "a?b", "b=1", "?b"))
                        .as(Said::new);
        return Arbitraries.oneOf(fromTheStart, anywhere).list().ofMaxSize(5);
    }

    private static Arbitrary<String> paths() {
        return Arbitraries.of("/", "a", "b", "/a", "/a/")
                .list()
                .ofMaxSize(3)
                .map(pieces -> "/" + String.join("", pieces));
    }

    @Provide
    Arbitrary<Address> addresses() {
        return Combinators.combine(
                        Arbitraries.of(
                                "a.example",
                                "www.a.example",
                                "b.example",
                                "c.example",
                                "d.example"),
                        paths(),
                        Arbitraries.of("", "", "a", "b=1", "b?", "/a"))
                .as(Address::new);
    }
}
