package io.connections.domain.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("M3")
class ScriptAddressTest {
    @ParameterizedTest
    @CsvSource({
        // The host and its subdomains, at the border of a label
        "hotjar.com,https://hotjar.com/,true",
        "hotjar.com,https://static.hotjar.com/c/hotjar-1.js,true",
        "hotjar.com,https://evil-hotjar.com/,false",
        "hotjar.com,https://hotjar.com.evil.example/,false",
        "hotjar.com,https://hotjar.co/,false",
        "static.hotjar.com,https://hotjar.com/,false",
        "hotjar.com,https://evil.example/hotjar.com/,false",
        // How the path begins
        "google.example/gtm.js,https://www.google.example/gtm.js,true",
        "google.example/gtm.js,https://www.google.example/gtag/js,false",
        "google.example/gtag/js,https://www.google.example/gtag/js,true",
        "google.example/gtag/js,https://www.google.example/gtag,false",
        "google.example/gtag,https://www.google.example/gtag/js,true",
        "google.example/gtag,https://www.google.example/gtag,true",
        "google.example/gtag,https://www.google.example/gtag-not/js,false",
        "meta.example/tr,https://meta.example/trends,false",
        "google.example/gtag/js,https://www.google.example/gtag-not/js,false",
        "google.example/gtm.js,https://www.google.example/GTM.js,false",
        // A star is any part of one segment
        "meta.example/*/fbevents.js,https://meta.example/en_US/fbevents.js,true",
        "meta.example/*/fbevents.js,https://meta.example/fbevents.js,false",
        "meta.example/*/fbevents.js,https://meta.example/a/b/fbevents.js,false",
        "meta.example/pages-*-x/a,https://meta.example/pages-1-x-2-x/a,true",
        "meta.example/pages-*-x/a,https://meta.example/pages-x/a,false",
        "meta.example/a-*.js,https://meta.example/a-1.js,true",
        "meta.example/a-*.js,https://meta.example/a-1.css,false",
        "meta.example/*a*b*,https://meta.example/xaxbx,true",
        "meta.example/*a*b*,https://meta.example/bbbaaa,false",
    })
    void anAddressIsTheSystemsByHostAndBeginningOfThePath(
            String known, String written, boolean matches) {
        WebAddress address = WebAddress.of(written).orElseThrow();

        assertThat(ScriptAddress.of(known).matches(address)).isEqualTo(matches);
    }
}
