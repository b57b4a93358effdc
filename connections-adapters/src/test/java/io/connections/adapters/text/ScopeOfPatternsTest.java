package io.connections.adapters.text;

import static io.connections.domain.channel.ChannelFixtures.on;
import static io.connections.domain.channel.ChannelFixtures.page;
import static io.connections.domain.channel.ChannelFixtures.website;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.connections.application.goal.port.TextTools.Compiled;
import io.connections.domain.channel.Channel;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.channel.Channels;
import io.connections.domain.channel.Condition;
import io.connections.domain.channel.PageAddress;
import io.connections.domain.channel.ScopeRule;
import io.connections.domain.channel.ScopeRule.Effect;
import io.connections.domain.goal.TextPattern;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M24")
class ScopeOfPatternsTest {
    private static final Channel SHOP = website(1, "Shop", "shop.example");
    private static final Channels CHANNELS = Channels.of(List.of(SHOP));

    @Test
    void aPatternOfRe2ChoosesPages() {
        ChannelScope scope =
                on(SHOP, rule(Effect.RESTRICT, "^/(de|en)/"), rule(Effect.EXCLUDE, "(?i)\\.pdf$"));

        assertThat(isInside(scope, "https://shop.example/de/a.html")).isTrue();
        assertThat(isInside(scope, "https://shop.example/fr/a.html")).isFalse();
        assertThat(isInside(scope, "https://shop.example/de/A.PDF?download=1")).isFalse();
    }

    /// An engine that tries every way would need longer than the universe is old.
    @ParameterizedTest
    @ValueSource(strings = {"^/(a+)+$", "^/(a|a)*$", "^/(a*)*b$", "(.*)*x", "^/(.*a){20}$"})
    void aPatternBuiltToBlowUpCostsNothingSpecialOnTheLongestAddress(String pattern) {
        ChannelScope scope = on(SHOP, rule(Effect.EXCLUDE, pattern));
        String start = "https://shop.example/";
        PageAddress longest =
                page(start + "a".repeat(PageAddress.MAX_LENGTH - start.length() - 1) + "!");

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(scope.judge(CHANNELS, longest).isInside()).isTrue());
    }

    private static boolean isInside(ChannelScope scope, String url) {
        return scope.judge(CHANNELS, page(url)).isInside();
    }

    private static ScopeRule rule(Effect effect, String source) {
        return switch (new LibraryTextTools().pattern(source)) {
            case Compiled.Ready<TextPattern>(TextPattern pattern) ->
                    new ScopeRule(effect, new Condition.Pattern(pattern));
            case Compiled.Faulty<TextPattern>(String message) ->
                    throw new IllegalArgumentException(message);
        };
    }
}
