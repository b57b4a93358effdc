package io.connections.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.connections.domain.kernel.Violation;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M24")
class PageAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|/",
                "/|/",
                "?q=1|/?q=1",
                "/a?|/a",
                "/a?#b|/a",
                "/a??|/a??",
                "/support/|/support/",
                "/supp%6Frt/|/support/",
                "/a#top|/a",
                "/a?b=1#top?c|/a?b=1",
                "#/support/|/",
                "/a/./b|/a/b",
                "/a/../b|/b",
                "/a/%2e%2E/b|/b",
                "/a/.%2e/b|/b",
                "/a/%2e/b|/a/b",
                "/a/b/..|/a/",
                "/a/b/.|/a/b/",
                "/../../a|/a",
                "/..|/",
                "//a//../b|//a/b",
                "/a/...|/a/...",
                "/.a/..b/c..|/.a/..b/c..",
                "/a?b=/../c|/a?b=/../c",
                "/a/..?b|/?b",
                "/a%2fb|/a%2Fb",
                "/a%2Fb|/a%2Fb",
                "/%3f%25%23|/%3F%25%23",
                "/%252e%252e/a|/%252e%252e/a",
                "/..%2fa|/..%2Fa",
                "/%zz|/%25zz",
                "/%|/%25",
                "/%4|/%254",
                "/%2%46|/%252F",
                "/%%34%31|/%2541",
                "/%41%5A%61%7a%30%39%2D%2e%5F%7E%27|/AZaz09-._~'",
                "/%40%5B%60%7B%2F%3A|/%40%5B%60%7B%2F%3A",
                "/m%C3%BCller|/m\u00FCller",
                "/m\u00FCller|/m\u00FCller",
                "/%e2%82%ac|/\u20AC",
                "/%F0%9F%9A%80|/\uD83D\uDE80",
                "/\uD83D\uDE80|/\uD83D\uDE80",
                "/%c3|/%C3",
                "/%c3%41|/%C3A",
                "/%c3/|/%C3/",
                "/%c0%af|/%C0%AF",
                "/%c1%bf|/%C1%BF",
                "/%c2%80|/\u0080",
                "/%e0%9f%bf|/%E0%9F%BF",
                "/%e0%a0%80|/\u0800",
                "/%ed%9f%bf|/\uD7FF",
                "/%ed%a0%80|/%ED%A0%80",
                "/%ed%bf%bf|/%ED%BF%BF",
                "/%ee%80%80|/\uE000",
                "/%f0%8f%bf%bf|/%F0%8F%BF%BF",
                "/%f0%90%80%80|/\uD800\uDC00",
                "/%f4%8f%bf%bf|/\uDBFF\uDFFF",
                "/%f4%90%80%80|/%F4%90%80%80",
                "/%f5%80%80%80|/%F5%80%80%80",
                "/%80|/%80",
                "/\uD83D|/\uFFFD",
                "/\uDE80a|/\uFFFDa",
                "\\a\\b|/a/b",
                "/a?b\\c|/a?b%5Cc",
                "/a b|/a%20b",
                "/a%20b|/a%20b",
                "/a+b|/a+b",
            })
    void oneWritingForAllThatMeanTheSame(String written, String expected) {
        String path = written == null ? "" : written;

        PageAddress page = page("https://shop.example" + path);

        assertThat(page.pathAndQuery()).isEqualTo(expected);
    }

    @Test
    void tabsAndEndsOfLinesAreNoPartOfAnAddress() {
        assertThat(page(" \n ht\ttps://shop\r.example/su\tpp%\n6Frt/ \u0001"))
                .isEqualTo(page("https://shop.example/support/"));
        assertThat(page("https://shop.example/a\u0001b\u007F/").pathAndQuery())
                .isEqualTo("/a%01b%7F/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/a",
                "http://shop.example/a",
                "HTTPS://SHOP.EXAMPLE./a",
                "https://shop.example:443/a",
                "https://shop.example:8443/a",
                "http://shop.example:0/a",
                "http://shop.example:0065535/a",
                "https://shop.example:/a",
                "https://mia:secret@shop.example/a",
                "https://a@b@shop.example/a",
                "https:shop.example/a",
                "https:\\\\shop.example\\a",
                "https:////shop.example/a",
            })
    void aPageHasOneAddressHoweverABrowserIsToldIt(String written) {
        assertThat(page(written)).isEqualTo(new PageAddress(Hostname.of("shop.example"), "/a"));
    }

    @Test
    void umlautsInTheHostAreReadAsBrowsersSendThem() {
        assertThat(page("https://M\u00DCLLER.example/"))
                .isEqualTo(page("https://xn--mller-kva.example"));
    }

    @Test
    void whatLooksLikeAHostAfterABackslashIsNone() {
        assertThat(page("https://shop.example\\@evil.example/").host())
                .isEqualTo(Hostname.of("shop.example"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|required",
                "shop.example/a|scheme",
                "/support/|scheme",
                "//shop.example/a|scheme",
                "ftp://shop.example/|scheme",
                "javascript:alert(1)|scheme",
                "http|scheme",
                "https:|hostname",
                "https://|hostname",
                "https:///?a|hostname",
                "https://mia@/a|hostname",
                "https://:80/|hostname",
                "https://shop example/|hostname",
                "https://[::1]:80/|hostname",
                "https://*.shop.example/|hostname",
                "https://shop.example:65536/|port",
                "https://shop.example:99999999999999999999/|port",
                "https://shop.example:-1/|port",
                "https://shop.example:8a/|port",
                "https://shop.example:1:2/|port",
                "https://shop.example:\u0661/|port",
            })
    void whatIsNoAddressOfAPageIsRefusedWithItsReason(String written, String code) {
        Violation violation = violation(written);

        assertThat(violation.pointer()).isEqualTo("/url");
        assertThat(violation.code()).isEqualTo(code);
        assertThat(violation.message()).endsWith(".");
    }

    @Test
    void anAddressHas65536CharactersAtMost() {
        String start = "https://shop.example/";
        String longest = start + "a".repeat(PageAddress.MAX_LENGTH - start.length());

        assertThat(page(longest).pathAndQuery()).hasSize(65_516);
        assertThat(violation(longest + "a"))
                .isEqualTo(
                        new Violation(
                                "/url", "too-long", "An address has at most 65,536 characters."));
        assertThat(violation(start + "a".repeat(100_000)).code()).isEqualTo("too-long");
        assertThat(violation(longest + "\n").code()).isEqualTo("too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "/a/..", "/../", "/a", "%", "%%34", "%2e/", "%C3", "%F0%9F", "\\", "?", "@",
                ":", "a.", "\uD83D", "\t", "\u00FC", "//.."
            })
    void theLongestAddressesTakeNoLongTime(String piece) {
        String tail = piece.repeat(70_000 / piece.length()).substring(0, 65_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    PageAddress.read("/url", "https://shop.example/" + tail);
                    PageAddress.read("/url", "https://shop.example/?" + tail);
                    PageAddress.read("/url", "https://" + tail);
                });
    }

    @Test
    void anAddressInAnotherThanTheCanonicalFormCannotBeMade() {
        Hostname host = Hostname.of("shop.example");

        assertThatThrownBy(() -> new PageAddress(host, "/%6F"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageAddress(host, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<String> tails() {
        return Arbitraries.of(
                        "/", "\\", ".", "..", "%2e", "%2E", "%2f", "%", "%%", "2", "e", "F", "46",
                        "%46", "%34", "%c3", "%bc", "%e2%82", "%ac", "%f0", "?", "#", " ", "\t",
                        "\n", "\u00FC", "\uD83D", "\uDE80", "@", ":", "'", "\"", "a", "\u0000")
                .list()
                .ofMaxSize(20)
                .map(pieces -> String.join("", pieces));
    }

    @net.jqwik.api.Tag("M24")
    @Property
    void whatWasReadIsReadTheSameOnceMore(@ForAll("tails") String tail) {
        String canonical = page("https://shop.example/" + tail).pathAndQuery();

        assertThat(page("https://shop.example" + canonical).pathAndQuery()).isEqualTo(canonical);
        assertThat(CanonicalText.of(canonical)).isEqualTo(canonical);
        assertThat(CanonicalText.of(CanonicalText.of(tail))).isEqualTo(CanonicalText.of(tail));
    }

    @net.jqwik.api.Tag("M24")
    @Property
    void noTextMakesItThrow(@ForAll String text, @ForAll("tails") String tail) {
        for (String address :
                new String[] {text, "https:" + text, "http://" + tail, "https://a/" + text}) {
            assertThat(PageAddress.read("/url", address)).isNotNull();
        }
    }

    private static PageAddress page(String written) {
        return switch (PageAddress.read("/url", written)) {
            case PageAddress.Read.Sound(PageAddress page) -> page;
            case PageAddress.Read.Wrong(Violation violation) ->
                    throw new AssertionError(violation.message());
        };
    }

    private static Violation violation(String written) {
        return switch (PageAddress.read("/url", written)) {
            case PageAddress.Read.Sound(PageAddress page) -> throw new AssertionError(page);
            case PageAddress.Read.Wrong(Violation violation) -> violation;
        };
    }
}
