package io.connections.domain.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M3")
class WebAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://static.hotjar.com/c/hotjar-1.js,https://static.hotjar.com/c/hotjar-1.js",
        "//static.hotjar.com/c/hotjar-1.js,https://static.hotjar.com/c/hotjar-1.js",
        "HTTP://Static.HotJar.COM,http://static.hotjar.com/",
        "https://static.hotjar.com.:443/c,https://static.hotjar.com/c",
        "https://static.hotjar.com:8443/c,https://static.hotjar.com:8443/c",
        "https://bücher.example/a,https://xn--bcher-kva.example/a",
    })
    void anAddressIsReadAsABrowserReadsIt(String written, String shown) {
        assertThat(WebAddress.of(written)).map(WebAddress::shown).contains(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://static.hotjar.com/c/1.js?visitor=42&mail=mia@shop.example",
                "https://static.hotjar.com/c/1.js#visitor=42",
                "https://static.hotjar.com/c/1.js#a?b",
            })
    void whatMayHoldIdsOfVisitorsIsCutOff(String written) {
        assertThat(WebAddress.of(written))
                .map(WebAddress::shown)
                .contains("https://static.hotjar.com/c/1.js");
    }

    @Test
    void whoeverStandsBeforeTheAtSignIsNotTheHost() {
        assertThat(WebAddress.of("https://static.hotjar.com@evil.example/c"))
                .map(WebAddress::host)
                .contains("evil.example");
        assertThat(WebAddress.of("https://static.hotjar.com\\@evil.example/c"))
                .map(WebAddress::host)
                .contains("static.hotjar.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app.js",
                "/assets/app.js",
                "javascript:alert(1)",
                "data:text/javascript,1",
                "ftp://static.hotjar.com/",
                "https://",
                "https:///c",
                "https://a..b/",
                "https://static.hotjar.com:99999/",
                "https://static.hotjar.com:x/",
                "https://sta tic.hotjar.com/",
            })
    void whatIsNoAddressOfTheWebIsNone(String written) {
        assertThat(WebAddress.of(written)).isEmpty();
    }

    @Test
    void aPathThatNobodyReadsIsShownInPart() {
        WebAddress address = WebAddress.of("https://a.example/" + "x".repeat(1_000)).orElseThrow();

        assertThat(address.shown()).hasSizeLessThan(250).endsWith("…");
    }

    @Test
    void anAddressWithoutEndIsNone() {
        assertThat(WebAddress.of("https://a.example/" + "x".repeat(10_000))).isEmpty();
    }
}
