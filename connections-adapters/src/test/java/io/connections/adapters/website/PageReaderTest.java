package io.connections.adapters.website;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.discovery.port.Websites;
import io.connections.domain.discovery.Sighting;
import io.connections.domain.discovery.Sighting.Place;
import io.connections.domain.discovery.WebAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses of a page are evidence.
@Tag("M3")
class PageReaderTest {
    @Test
    void whatTheTagManagersSnippetLoadsIsNamedInItsScript() throws Exception {
        List<Sighting> found =
                read(
                        """
                        <head><script>(function(w,d,s,l,i){w[l]=w[l]||[];var f=d.getElementsByTagName(s)[0],
                        j=d.createElement(s),dl=l!='dataLayer'?'&l='+l:'';j.async=true;j.src=
                        'https://www.googletagmanager.com/gtm.js?id='+i+dl;f.parentNode.insertBefore(j,f);
                        })(window,document,'script','dataLayer','GTM-1');</script></head>
                        """);

        assertThat(found)
                .containsExactly(
                        seen(Place.INLINE_SCRIPT, "https://www.googletagmanager.com/gtm.js"));
    }

    @Test
    void aTagForVisitorsWithoutScriptsIsFoundInTheHeadAndInTheBody() throws Exception {
        List<Sighting> found =
                read(
                        """
                        <head><noscript><img height=1 src="https://www.facebook.com/tr?id=1&ev=PageView"></noscript></head>
                        <body><noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1"></iframe></noscript>
                        """);

        assertThat(found)
                .containsExactly(
                        seen(Place.NOSCRIPT_IMAGE, "https://www.facebook.com/tr"),
                        seen(Place.NOSCRIPT_FRAME, "https://www.googletagmanager.com/ns.html"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"preconnect", "dns-prefetch", "PRECONNECT", "preconnect stylesheet"})
    void whatThePageAnnouncesToLoadFromIsAHint(String rel) throws Exception {
        assertThat(read("<link rel='%s' href='//static.hotjar.com'>".formatted(rel)))
                .containsExactly(seen(Place.CONNECTION_HINT, "https://static.hotjar.com/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.src='//static.hotjar.com/c/1.js'",
                "s.src=\"https://static.hotjar.com/c/1.js?a=\"+b",
                "s.src=`https://static.hotjar.com/c/1.js${q}`",
                "{\"src\":\"https:\\/\\/static.hotjar.com\\/c\\/1.js\"}",
                "p+'static.hotjar.com/c/1.js'",
                "w(\"<script src='https://static.hotjar.com/c/1.js'>\")",
                "w('<script src=\"https://static.hotjar.com/c/1.js\">')",
            })
    void anAddressIsFoundHoweverAScriptQuotesIt(String script) throws Exception {
        assertThat(read("<script>%s</script>".formatted(script)))
                .extracting(Sighting::address)
                .contains(WebAddress.of("https://static.hotjar.com/c/1.js").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>https://static.hotjar.com/c/1.js</p>",
                "<a href='https://static.hotjar.com/c/1.js'>Hotjar</a>",
                "<img src='https://static.hotjar.com/c/1.js'>",
                "<iframe src='https://static.hotjar.com/c/1.js'></iframe>",
                "<!-- <script src='https://static.hotjar.com/c/1.js'></script> -->",
                "<script>// see https://static.hotjar.com/c/1.js</script>",
                "<script type='application/ld+json'>{\"a\":\"https://static.hotjar.com/\"}</script>",
                "<script src='/hotjar.js'></script><base href='ftp://a'>",
                "<script src=''></script><script src='data:,1'></script>",
                "<template></template><script>a='text/html',b='../x.js',c='...'</script>",
            })
    void whatIsNotLoadedIsNoEvidence(String page) throws Exception {
        assertThat(read(page))
                .extracting(sighting -> sighting.address().host())
                .doesNotContain("static.hotjar.com");
    }

    @Test
    void aPageWithMoreAddressesThanAnybodyReadsIsReadInPart() throws Exception {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < Websites.MAX_SIGHTINGS + 500; i++) {
            page.append("<script src='https://a.example/").append(i).append("'></script>");
        }

        assertThat(read(page.toString())).hasSize(Websites.MAX_SIGHTINGS);
    }

    @Test
    void elementsWithinOneAnotherWithoutEndAreRead() throws Exception {
        String page =
                "<div>".repeat(100_000) + "<script src='https://static.hotjar.com/a'></script>";

        assertThat(read(page)).hasSize(1);
    }

    @Test
    void quotesWithoutEndAreRead() throws Exception {
        assertThat(read("<script>" + "'\"`".repeat(500_000) + "</script>")).isEmpty();
    }

    private static List<Sighting> read(String page) throws Exception {
        return PageReader.sightings(
                page.getBytes(StandardCharsets.UTF_8), "utf-8", "https://shop.example/");
    }

    private static Sighting seen(Place place, String address) {
        return new Sighting(place, WebAddress.of(address).orElseThrow());
    }
}
