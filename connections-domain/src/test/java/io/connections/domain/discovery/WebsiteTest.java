package io.connections.domain.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.kernel.Violation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M3")
class WebsiteTest {
    @ParameterizedTest
    @CsvSource({
        "shop.example,https://shop.example/",
        "' www.shop.example ',https://www.shop.example/",
        "HTTP://Shop.Example/Start,http://shop.example/Start",
        "https://shop.example?lang=nl#top,https://shop.example/?lang=nl",
        "shop.example:8443/a,https://shop.example:8443/a",
        "localhost:3000,https://localhost:3000/",
        "http:shop.example,http://shop.example/",
        "https://bücher.example/straße,https://xn--bcher-kva.example/stra%C3%9Fe",
        "shop.example/a b?c=%20&d=100%,https://shop.example/a%20b?c=%20&d=100%25",
        "'shop.example/[a]{b}|\"',https://shop.example/%5Ba%5D%7Bb%7D%7C%22",
    })
    void anAddressIsTakenAsPeopleTypeIt(String typed, String read) {
        assertThat(Website.read(typed, "/url"))
                .isInstanceOfSatisfying(
                        Website.Read.Sound.class,
                        sound -> assertThat(sound.website().uri()).hasToString(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t\n"})
    void nothingIsSaidToBeMissing(String typed) {
        assertThat(wrong(typed).code()).isEqualTo("required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript://shop.example/%0aalert(1)",
                "data:text/html,<b>",
                "file:///etc/passwd",
                "ftp://shop.example",
                "gopher:shop.example",
            })
    void onlyAddressesOfTheWebAreLookedAt(String typed) {
        assertThat(wrong(typed).code()).isEqualTo("scheme-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "http://10.0.0.1/admin",
                "https://[::1]/",
                "http://[fd00::1]:8080",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://0177.0.0.1",
                "1.1.1.1:443",
            })
    void aNumberIsNoName(String typed) {
        assertThat(wrong(typed).code()).isEqualTo("address-is-number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mia:secret@shop.example/",
                "https://shop.example@evil.example",
                "mia:secret@shop.example",
            })
    void whoeverSignsInSeesAnotherPageThanVisitors(String typed) {
        assertThat(wrong(typed).code()).isEqualTo("user-in-address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://",
                "https://?a",
                "shop..example",
                "shop example",
                "shop.example:0",
                "shop.example:65536",
                "shop.example:80x",
                "https://.example",
                "😀😀",
                "shop.exa\u0000mple",
            })
    void whatIsNoAddressIsSaidToBeNone(String typed) {
        assertThat(wrong(typed).code()).isIn("not-an-address", "scheme-not-allowed");
    }

    @Test
    void anAddressLongerThanAnyIsRefusedWithItsLength() {
        Violation wrong = wrong("shop.example/" + "x".repeat(10_000));

        assertThat(wrong.code()).isEqualTo("too-long");
        assertThat(wrong.message()).contains("10,013");
    }

    @Test
    void whatFollowsTheQuestionMarkIsSentButNotShown() {
        Website website = sound("https://shop.example/a?token=42");

        assertThat(website.shown()).isEqualTo("https://shop.example/a");
        assertThat(website.target()).isEqualTo("/a?token=42");
    }

    @Test
    void theSchemeSaysThePortWhereNoneIsGiven() {
        assertThat(sound("http://shop.example").reachedPort()).isEqualTo(80);
        assertThat(sound("shop.example").reachedPort()).isEqualTo(443);
        assertThat(sound("shop.example:8080").reachedPort()).isEqualTo(8080);
    }

    private static Website sound(String typed) {
        return ((Website.Read.Sound) Website.read(typed, "/url")).website();
    }

    private static Violation wrong(String typed) {
        Website.Read read = Website.read(typed, "/url");
        assertThat(read).isInstanceOf(Website.Read.Wrong.class);
        return ((Website.Read.Wrong) read).violation();
    }
}
