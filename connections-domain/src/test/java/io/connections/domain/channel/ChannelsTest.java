package io.connections.domain.channel;

import static io.connections.domain.channel.ChannelFixtures.channel;
import static io.connections.domain.channel.ChannelFixtures.channelId;
import static io.connections.domain.channel.ChannelFixtures.page;
import static io.connections.domain.channel.ChannelFixtures.website;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.connections.domain.kernel.Violation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M24")
class ChannelsTest {
    private static final Channel SHOP =
            website(1, "Shop", "shop.example", "www.shop.example", "m\u00FCller.example");
    private static final Channel BLOG = website(2, "Blog", "blog.example");
    private static final Channel NEWSLETTER = channel(3, "Newsletter", new Outlet.Email());
    private static final Channels CHANNELS = Channels.of(List.of(SHOP, BLOG, NEWSLETTER));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/",
                "http://SHOP.example./support/",
                "https://shop.example:8443/",
                "https://www.shop.example/",
                "https://M\u00DCLLER.example/",
                "https://xn--mller-kva.example/",
            })
    void aPageBelongsToTheChannelWithItsHostnameOrAlias(String url) {
        assertThat(CHANNELS.of(page(url))).contains(SHOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://m.shop.example/", "https://example/", "https://shop.example.evil/"})
    void aPageOfAnotherHostBelongsToNone(String url) {
        assertThat(CHANNELS.of(page(url))).isEmpty();
    }

    @Test
    void aHostnameOfTwoChannelsIsAViolationThatNamesTheOther() {
        Channel second = website(4, "Outlet", "WWW.shop.example", "outlet.example", "blog.example");

        assertThat(CHANNELS.violations("/channel", second.id(), second.outlet()))
                .containsExactly(
                        new Violation(
                                "/channel/hostname",
                                "hostname-taken",
                                "The hostname www.shop.example belongs to the channel \"Shop\"."
                                        + " Remove it there, or give another one."),
                        new Violation(
                                "/channel/aliases/1",
                                "hostname-taken",
                                "The hostname blog.example belongs to the channel \"Blog\"."
                                        + " Remove it there, or give another one."));
    }

    @Test
    void aHostnameTwiceOnOneChannelIsAViolation() {
        Outlet twice = website(4, "New", "new.example", "NEW.example.").outlet();

        assertThat(CHANNELS.violations("", channelId(4), twice))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(tuple("/aliases/0", "duplicate"));
    }

    @Test
    void aChannelDoesNotStandInItsOwnWay() {
        Outlet turned = website(1, "Shop", "www.shop.example", "shop.example").outlet();

        assertThat(CHANNELS.violations("", SHOP.id(), turned)).isEmpty();
    }

    @Test
    void channelsThatShareAHostnameCannotStandTogether() {
        assertThatThrownBy(() -> Channels.of(List.of(SHOP, website(5, "Copy", "shop.example"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shop.example");
    }
}
