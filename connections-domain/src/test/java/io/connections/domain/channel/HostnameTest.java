package io.connections.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.domain.kernel.Violation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("M24")
class HostnameTest {
    @ParameterizedTest
    @CsvSource({
        "shop.example, shop.example",
        "WWW.Shop.Example, www.shop.example",
        "shop.example., shop.example",
        "localhost, localhost",
        "192.168.0.1, 192.168.0.1",
        "m\u00FCller.example, xn--mller-kva.example",
        "mu\u0308ller.example, xn--mller-kva.example",
        "M\u00DCLLER.example., xn--mller-kva.example",
        "XN--MLLER-KVA.example, xn--mller-kva.example",
        "m\u00FCller\u3002example, xn--mller-kva.example",
        "shop_1.example, shop_1.example",
        "xn--strae-oqa.example, xn--strae-oqa.example",
    })
    void allWritingsOfAHostAreOne(String typed, String expected) {
        assertThat(Hostname.violation("/hostname", typed)).isEmpty();
        assertThat(Hostname.of(typed).value()).isEqualTo(expected);
        assertThat(Hostname.of(expected)).isEqualTo(Hostname.of(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|required",
                "'   '|required",
                "'\u200B'|required",
                "https://shop.example|scheme",
                "HTTPS:shop.example|scheme",
                "ftp://shop.example/a|scheme",
                "shop.example/support|path",
                "shop.example/|path",
                "/support|path",
                "@shop.example|user-info",
                ":8443|port",
                "://shop.example|scheme",
                "https:|scheme",
                "ß|read-differently",
                "*|wildcard",
                "shop.example\\support|path",
                "shop.example?q=1|path",
                "shop.example#top|path",
                "shop.example:8443|port",
                "shop.example:|port",
                "mia@shop.example|user-info",
                "mia:secret@shop.example|user-info",
                "shop example|space",
                "' shop.example'|space",
                "shop\u00A0.example|space",
                "'shop\t.example'|control-character",
                "'shop\u0000.example'|control-character",
                "'shop.example\n'|control-character",
                "*.shop.example|wildcard",
                "[::1]|not-a-hostname",
                "-shop.example|not-a-hostname",
                "shop-.example|not-a-hostname",
                "shop..example|not-a-hostname",
                ".shop.example|not-a-hostname",
                "shop.example..|not-a-hostname",
                ".|not-a-hostname",
                "sh%6Fp.example|not-a-hostname",
                "'shop,example'|not-a-hostname",
                "'sh\uD83Dop.example'|not-a-hostname",
                "stra\u00DFe.example|read-differently",
                "STRA\u1E9EE.example|read-differently",
                "\u03BF\u03B4\u03CC\u03C2.example|read-differently",
                "a\u200Db.example|read-differently",
                "127.1|not-a-hostname",
                "0x7f.0.0.1|not-a-hostname",
                "shop.example.0x7f|not-a-hostname",
                "192.168.000.001|not-a-hostname",
                "192.168.0.256|not-a-hostname",
                "192.168.0.1000000000000|not-a-hostname",
            })
    void whatIsNoHostnameIsRefusedWithItsReason(String typed, String code) {
        assertThat(Hostname.violation("/hostname", typed)).map(Violation::code).contains(code);
    }

    @Test
    void theRefusalSaysTheWayOut() {
        assertThat(Hostname.violation("/hostname", "https://shop.example"))
                .contains(new Violation("/hostname", "scheme", "Leave out https://."));
        assertThat(Hostname.violation("/hostname", "HTTPS:shop.example/support/"))
                .contains(new Violation("/hostname", "scheme", "Leave out HTTPS:."));
        assertThat(Hostname.violation("/hostname", "shop.example/support/"))
                .contains(
                        new Violation(
                                "/hostname",
                                "path",
                                "Leave out /support/: the scope of a connection chooses among the pages of a channel."));
        assertThat(Hostname.violation("/hostname", "shop.example:8443"))
                .contains(
                        new Violation(
                                "/hostname",
                                "port",
                                "Leave out :8443: a hostname counts whatever the port."));
        assertThat(Hostname.violation("/hostname", "*.shop.example"))
                .contains(
                        new Violation(
                                "/hostname",
                                "wildcard",
                                "A hostname stands for itself alone. Give each one in place of"
                                        + " the *."));
    }

    @Test
    void aHostnameHas253CharactersAtMostAnd63BetweenDots() {
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "a".repeat(61));

        assertThat(Hostname.of(longest).value()).hasSize(253);
        assertThat(Hostname.of(longest + ".").value()).hasSize(253);
        assertThat(code(longest + "a")).isEqualTo("too-long");
        assertThat(code(label + "a.example")).isEqualTo("too-long");
        assertThat(code("www." + label + "a")).isEqualTo("too-long");
        assertThat(code("a".repeat(100_000))).isEqualTo("too-long");
        assertThat(code("\u00FC".repeat(100_000))).isEqualTo("too-long");
    }

    @Test
    void aHostnameThatIsNoneCannotBeMade() {
        assertThatThrownBy(() -> Hostname.of("a b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hostname("A.example"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hostname.of("a".repeat(2_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @net.jqwik.api.Tag("M24")
    @Property
    void noTextMakesItThrowAndWhatIsNoViolationIsAHostname(
            @ForAll @StringLength(max = 80) String text) {
        assertThatCode(() -> Hostname.violation("/hostname", text)).doesNotThrowAnyException();
        if (Hostname.violation("/hostname", text).isEmpty()) {
            Hostname hostname = Hostname.of(text);
            assertThat(Hostname.of(hostname.value())).isEqualTo(hostname);
        }
    }

    private static String code(String text) {
        return Hostname.violation("/hostname", text).map(Violation::code).orElse("");
    }
}
