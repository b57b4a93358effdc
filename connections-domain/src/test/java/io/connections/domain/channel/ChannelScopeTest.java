package io.connections.domain.channel;

import static io.connections.domain.channel.ChannelFixtures.exclude;
import static io.connections.domain.channel.ChannelFixtures.on;
import static io.connections.domain.channel.ChannelFixtures.page;
import static io.connections.domain.channel.ChannelFixtures.pattern;
import static io.connections.domain.channel.ChannelFixtures.restrict;
import static io.connections.domain.channel.ChannelFixtures.website;
import static io.connections.domain.channel.Comparison.CONTAINS;
import static io.connections.domain.channel.Comparison.ENDS_WITH;
import static io.connections.domain.channel.Comparison.IS;
import static io.connections.domain.channel.Comparison.STARTS_WITH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.connections.domain.channel.ChannelScope.Chosen;
import io.connections.domain.channel.ChannelScope.Explanation;
import io.connections.domain.channel.ChannelScope.OnChannel;
import io.connections.domain.channel.ChannelScope.RuleAt;
import io.connections.domain.channel.ChannelScope.Seen;
import io.connections.domain.channel.ChannelScope.Verdict;
import io.connections.domain.channel.ScopeRule.Effect;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("M24")
class ChannelScopeTest {
    private static final Channel SHOP = website(1, "Shop", "shop.example", "www.shop.example");
    private static final Channel BLOG = website(2, "Blog", "blog.example");
    private static final Channels CHANNELS = Channels.of(List.of(SHOP, BLOG));

    private static final ScopeRule SUPPORT = restrict(STARTS_WITH, "/support/");
    private static final ScopeRule NOT_CONTACT = exclude(IS, "/support/contact.html");
    private static final ChannelScope SUPPORT_ONLY = on(SHOP, SUPPORT, NOT_CONTACT);

    /// Active only on one channel, only on pages that start with `/support/`, except
    /// `/support/contact.html`.
    @ParameterizedTest
    @CsvSource({
        "https://shop.example/support/, true",
        "https://shop.example/support/faq.html, true",
        "https://www.shop.example:8443/support/faq.html?q=1#top, true",
        "https://shop.example/support/contact.html.bak, true",
        "https://shop.example/support/contact/, true",
        "https://shop.example/supp%6Frt/, true",
        "https://shop.example/a/../support/, true",
        "https://shop.example/support/contact.html, false",
        "https://shop.example/support/contact.html?utm_source=mail, false",
        "https://shop.example/support/contact.html#form, false",
        "https://shop.example/support/%63ontact.html, false",
        "https://shop.example/support/a/../contact.html, false",
        "https://shop.example/support/%2e%2e/support/contact.html, false",
        "https://shop.example/support, false",
        "https://shop.example/Support/, false",
        "https://shop.example/, false",
        "https://shop.example/en/support/, false",
        "https://shop.example/?q=/support/, false",
        "https://shop.example/support%2F, false",
        "https://shop.example/support/%2e%2e/admin, false",
        "https://shop.example/#/support/, false",
        "https://blog.example/support/, false",
        "https://m.shop.example/support/, false",
    })
    void theExampleWorksToTheLetter(String url, boolean active) {
        assertThat(SUPPORT_ONLY.judge(CHANNELS, page(url)).isInside()).isEqualTo(active);
    }

    @Test
    void everywhereIsEveryPageOfEveryChannelAndNoOther() {
        ChannelScope scope = new ChannelScope.Everywhere();

        assertThat(scope.judge(CHANNELS, page("https://www.shop.example/a")))
                .isEqualTo(new Verdict.Inside(SHOP.id(), Optional.empty()));
        assertThat(scope.judge(CHANNELS, page("https://blog.example/")))
                .isEqualTo(new Verdict.Inside(BLOG.id(), Optional.empty()));
        assertThat(scope.judge(CHANNELS, page("https://elsewhere.example/")))
                .isEqualTo(new Verdict.NoChannel(Hostname.of("elsewhere.example")));
    }

    @Test
    void noneChosenIsNowhere() {
        ChannelScope scope = new Chosen(List.of());

        assertThat(scope.judge(CHANNELS, page("https://shop.example/")))
                .isEqualTo(new Verdict.NotChosen(SHOP.id()));
    }

    @Test
    void aChosenChannelWithoutRulesIsActiveOnAllItsPages() {
        ChannelScope scope =
                new Chosen(
                        List.of(
                                new OnChannel(BLOG.id(), List.of(NOT_CONTACT)),
                                new OnChannel(SHOP.id(), List.of())));

        assertThat(scope.judge(CHANNELS, page("https://shop.example/support/contact.html")))
                .isEqualTo(new Verdict.Inside(SHOP.id(), Optional.empty()));
    }

    @Test
    void theRulesOfOneChannelSayNothingAboutAnother() {
        ChannelScope scope =
                new Chosen(
                        List.of(
                                new OnChannel(SHOP.id(), List.of(SUPPORT)),
                                new OnChannel(BLOG.id(), List.of(exclude(CONTAINS, "draft")))));

        assertThat(scope.judge(CHANNELS, page("https://blog.example/draft")).isInside()).isFalse();
        assertThat(scope.judge(CHANNELS, page("https://blog.example/")).isInside()).isTrue();
        assertThat(scope.judge(CHANNELS, page("https://shop.example/support/draft")).isInside())
                .isTrue();
    }

    @Test
    void ofSeveralRestrictionsOneHasToMatchAndTheFirstThatDoesDecides() {
        ScopeRule first = restrict(STARTS_WITH, "/a/");
        ScopeRule second = restrict(ENDS_WITH, ".html");
        ScopeRule third = restrict(CONTAINS, "b");
        ChannelScope scope = on(SHOP, first, second, third);

        assertThat(scope.judge(CHANNELS, page("https://shop.example/b.html")))
                .isEqualTo(new Verdict.Inside(SHOP.id(), Optional.of(new RuleAt(1, second))));
        assertThat(scope.judge(CHANNELS, page("https://shop.example/c")))
                .isEqualTo(new Verdict.NoneMatches(SHOP.id()));
    }

    @Test
    void anExclusionWinsWhereverItStandsAndTheFirstThatMatchesDecides() {
        ScopeRule first = exclude(CONTAINS, "x");
        ScopeRule second = exclude(ENDS_WITH, ".html");
        ScopeRule third = exclude(CONTAINS, "html");
        ChannelScope last = on(SHOP, restrict(STARTS_WITH, "/"), first, second, third);
        ChannelScope before = on(SHOP, second, restrict(STARTS_WITH, "/"));

        assertThat(last.judge(CHANNELS, page("https://shop.example/a.html")))
                .isEqualTo(new Verdict.Excluded(SHOP.id(), new RuleAt(2, second)));
        assertThat(before.judge(CHANNELS, page("https://shop.example/a.html")))
                .isEqualTo(new Verdict.Excluded(SHOP.id(), new RuleAt(0, second)));
    }

    @Test
    void exclusionsAloneLetAllOtherPagesIn() {
        ChannelScope scope = on(SHOP, exclude(STARTS_WITH, "/a/"));

        assertThat(scope.judge(CHANNELS, page("https://shop.example/b/")))
                .isEqualTo(new Verdict.Inside(SHOP.id(), Optional.empty()));
    }

    @Test
    void aRuleLooksAtPathAndQuery() {
        ChannelScope scope = on(SHOP, restrict(CONTAINS, "?lang=de"));

        assertThat(scope.judge(CHANNELS, page("https://shop.example/a?lang=de")).isInside())
                .isTrue();
        assertThat(scope.judge(CHANNELS, page("https://shop.example/a?x=1&lang=de")).isInside())
                .isFalse();
        assertThat(scope.judge(CHANNELS, page("https://shop.example/a#?lang=de")).isInside())
                .isFalse();
    }

    @Test
    void aPatternIsFoundAnywhereUnlessItSaysWhere() {
        ChannelScope anywhere = on(SHOP, pattern(Effect.RESTRICT, "/(faq|help)/"));
        ChannelScope whole = on(SHOP, pattern(Effect.EXCLUDE, "^/support/[a-z]+\\.html$"));

        assertThat(anywhere.judge(CHANNELS, page("https://shop.example/en/faq/1")).isInside())
                .isTrue();
        assertThat(anywhere.judge(CHANNELS, page("https://shop.example/en/")).isInside()).isFalse();
        assertThat(whole.judge(CHANNELS, page("https://shop.example/support/a.html?b")).isInside())
                .isFalse();
        assertThat(whole.judge(CHANNELS, page("https://shop.example/support/1.html")).isInside())
                .isTrue();
    }

    /// A pattern is what costs most.
    @Test
    void aPageWithoutQueryIsSearchedOnce() {
        List<String> searched = new ArrayList<>();
        ChannelScope scope = on(SHOP, ChannelFixtures.recording(Effect.EXCLUDE, searched));

        scope.judge(CHANNELS, page("https://shop.example/a"));
        scope.judge(CHANNELS, page("https://shop.example/b?c"));

        assertThat(searched).containsExactly("/a", "/b?c", "/b");
    }

    @Test
    void anExplanationHasEveryRuleInItsOrderWithWhatItSaw() {
        PageAddress page = page("https://www.shop.example/support/contact.html?utm=1");
        ScopeRule tracked = exclude(ENDS_WITH, "utm=2");
        ChannelScope scope = on(SHOP, NOT_CONTACT, tracked, SUPPORT);

        assertThat(scope.explain(CHANNELS, page))
                .isEqualTo(
                        new Explanation(
                                page,
                                Optional.of(SHOP),
                                List.of(
                                        new Seen(NOT_CONTACT, true, "/support/contact.html"),
                                        new Seen(tracked, false, "/support/contact.html?utm=1"),
                                        new Seen(SUPPORT, true, "/support/contact.html?utm=1")),
                                new Verdict.Excluded(SHOP.id(), new RuleAt(0, NOT_CONTACT))));
    }

    @Test
    void anExplanationOfAPageThatIsNotCoveredHasNoRules() {
        PageAddress other = page("https://blog.example/support/");
        PageAddress unknown = page("https://elsewhere.example/support/");

        assertThat(SUPPORT_ONLY.explain(CHANNELS, other))
                .isEqualTo(
                        new Explanation(
                                other,
                                Optional.of(BLOG),
                                List.of(),
                                new Verdict.NotChosen(BLOG.id())));
        assertThat(SUPPORT_ONLY.explain(CHANNELS, unknown))
                .isEqualTo(
                        new Explanation(
                                unknown,
                                Optional.empty(),
                                List.of(),
                                new Verdict.NoChannel(Hostname.of("elsewhere.example"))));
    }

    @Test
    void aChannelIsChosenOnce() {
        Chosen scope =
                new Chosen(
                        List.of(
                                new OnChannel(SHOP.id(), List.of(SUPPORT)),
                                new OnChannel(BLOG.id(), List.of()),
                                new OnChannel(SHOP.id(), List.of(NOT_CONTACT))));

        assertThat(scope.violations("/scope"))
                .containsExactly(
                        new Violation(
                                "/scope/channels/2/channelId",
                                "duplicate",
                                "This channel is chosen already. Give all its rules there."));
    }

    @Test
    void aScopeHas500ChannelsAnd1000RulesAtMost() {
        List<OnChannel> channels =
                IntStream.range(0, 500)
                        .mapToObj(ChannelFixtures::channelId)
                        .map(id -> new OnChannel(id, List.of(SUPPORT, NOT_CONTACT)))
                        .toList();

        assertThat(new Chosen(channels).violations("/scope")).isEmpty();
        assertThat(
                        new Chosen(
                                        with(
                                                channels,
                                                new OnChannel(
                                                        ChannelFixtures.channelId(500), List.of())))
                                .violations("/scope"))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/scope/channels", "too-many"));
        assertThat(
                        new Chosen(
                                        List.of(
                                                new OnChannel(
                                                        SHOP.id(),
                                                        Collections.nCopies(1001, SUPPORT))))
                                .violations("/scope"))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/scope/channels", "too-many-rules"));
        assertThat(new ChannelScope.Everywhere().violations("/scope")).isEmpty();
    }

    @Test
    void aScopeWithoutWhatIsGoneIsNeverWider() {
        OnChannel shop = new OnChannel(SHOP.id(), List.of(SUPPORT));
        OnChannel blog = new OnChannel(BLOG.id(), List.of());
        ChannelScope both = new Chosen(List.of(shop, blog));

        assertThat(both.only(Set.of(SHOP.id()))).isEqualTo(new Chosen(List.of(shop)));
        assertThat(both.only(Set.of())).isEqualTo(new Chosen(List.of()));
        assertThat(new ChannelScope.Everywhere().only(Set.of()))
                .isEqualTo(new ChannelScope.Everywhere());
        assertThat(both.chosen()).containsExactly(SHOP.id(), BLOG.id());
        assertThat(new ChannelScope.Everywhere().chosen()).isEmpty();
    }

    @Test
    void anExampleIsTheAddressOfAPage() {
        Condition condition = SUPPORT.condition();

        assertThat(ScopeRule.exampleViolation("/example", "https://shop.example/support/faq.html"))
                .isEmpty();
        assertThat(ScopeRule.exampleViolation("/example", "/support/faq.html"))
                .map(Violation::code)
                .contains("scheme");
        assertThatThrownBy(
                        () -> new ScopeRule(Effect.RESTRICT, condition, Optional.of("/support/")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<OnChannel> with(List<OnChannel> channels, OnChannel more) {
        List<OnChannel> all = new ArrayList<>(channels);
        all.add(more);
        return all;
    }
}
