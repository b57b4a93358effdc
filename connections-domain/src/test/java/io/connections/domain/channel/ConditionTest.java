package io.connections.domain.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.domain.kernel.Violation;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("M24")
class ConditionTest {
    @ParameterizedTest
    @CsvSource({
        "STARTS_WITH, /a, true",
        "STARTS_WITH, /b, false",
        "STARTS_WITH, /a/b.html, true",
        "STARTS_WITH, /A, false",
        "CONTAINS, a/b, true",
        "CONTAINS, a.b, false",
        "IS, /a/b.html, true",
        "IS, /a/b, false",
        "IS, /a, false",
        "ENDS_WITH, .html, true",
        "ENDS_WITH, /a, false",
    })
    void aTextIsLookedForAsTheComparisonSays(Comparison comparison, String text, boolean holds) {
        Sights sights = Sights.of(ChannelFixtures.page("https://shop.example/a/b.html"));

        assertThat(Condition.Text.of(comparison, text).holdsFor(sights)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "STARTS_WITH, /supp%6frt/, /support/",
        "IS, /m%C3%BCller, /m\u00FCller",
        "CONTAINS, 100% off, 100%25%20off",
        "ENDS_WITH, %2f, %2F",
        "STARTS_WITH, /.well-known, /.well-known",
        "STARTS_WITH, /a/., /a/.",
        "STARTS_WITH, /a/.., /a/..",
        "CONTAINS, /../, /../",
        "IS, /a?b=/../c, /a?b=/../c",
        "CONTAINS, '?q=https://a.example', '?q=https://a.example'",
    })
    void aTextIsBroughtIntoTheFormOfAddresses(Comparison comparison, String typed, String text) {
        assertThat(Condition.Text.violation("", comparison, typed)).isEmpty();
        assertThat(Condition.Text.of(comparison, typed).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STARTS_WITH|''|required|Give a part of pages' addresses, such as /support/.",
                "CONTAINS|'  '|required|Give a part of pages' addresses, such as /support/.",
                "STARTS_WITH|support/|no-slash|A path begins with /. Give /support/.",
                "IS|support.html|no-slash|A path begins with /. Give /support.html.",
                "IS|support.html/a|no-slash|A path begins with /. Give /a.",
                "IS|a_b/c|no-slash|A path begins with /. Give /a_b/c.",
                "IS|.well-known/a|no-slash|A path begins with /. Give /.well-known/a.",
                "STARTS_WITH|shop.example/support/|no-slash|A path begins with /. Give /support/.",
                "STARTS_WITH|https://shop.example/support/|whole-address|Leave out the hostname: the channel says it. Give /support/.",
                "CONTAINS|HTTP://shop.example/a?b#c|whole-address|Leave out the hostname: the channel says it. Give /a?b.",
                "IS|https://|whole-address|Leave out the hostname: the channel says it.",
                "STARTS_WITH|/support/#top|fragment|What follows # stays in the browser. Give /support/.",
                "CONTAINS|#/support/|fragment|What follows # stays in the browser. Give the path of the page instead.",
                "STARTS_WITH|'/support/ '|space|Take out the spaces before and after it. One that belongs to the address is written %20.",
                "CONTAINS|' a'|space|Take out the spaces before and after it. One that belongs to the address is written %20.",
                "STARTS_WITH|'/a\tb'|control-character|Take out tabs, ends of lines and other such signs.",
                "ENDS_WITH|a\\b|backslash|Browsers make / of \\. Give a/b.",
                "IS|/a/../b|not-an-address|Browsers make something shorter of it. Give /b.",
                "IS|/a/%2e%2e/b|not-an-address|Browsers make something shorter of it. Give /b.",
                "IS|/a/..|not-an-address|Browsers make something shorter of it. Give /.",
                "IS|/a?|not-an-address|Browsers make something shorter of it. Give /a.",
                "STARTS_WITH|/a/./b|not-an-address|Browsers make something shorter of it. Give /a/b.",
                "STARTS_WITH|/a/..?b|not-an-address|Browsers make something shorter of it. Give /?b.",
            })
    void whatNoPageWouldMatchIsRefusedWithWhatToWriteInstead(
            Comparison comparison, String typed, String code, String message) {
        assertThat(Condition.Text.violation("/text", comparison, typed))
                .contains(new Violation("/text", code, message));
    }

    @ParameterizedTest
    @EnumSource
    void aTextHas1000CharactersAtMostAsItWasTypedAndAsAddressesWriteIt(Comparison comparison) {
        String longest = "/" + "\u00FC".repeat(999);
        String longestEncoded = "/" + "%61".repeat(333);

        assertThat(Condition.Text.violation("", comparison, longest)).isEmpty();
        assertThat(Condition.Text.violation("", comparison, longestEncoded)).isEmpty();
        assertThat(Condition.Text.violation("", comparison, longest + "a"))
                .map(Violation::code)
                .contains("too-long");
        assertThat(Condition.Text.violation("", comparison, longestEncoded + "a"))
                .map(Violation::code)
                .contains("too-long");
        assertThat(Condition.Text.violation("", comparison, "/" + " ".repeat(334) + "a"))
                .map(Violation::code)
                .contains("too-long");
    }

    @Test
    void aTextInAnotherThanTheCanonicalFormCannotBeMade() {
        assertThatThrownBy(() -> new Condition.Text(Comparison.IS, "/%61"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Condition.Text(Comparison.IS, "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @net.jqwik.api.Tag("M24")
    @Property
    void whatIsNoViolationIsAText(@ForAll Comparison comparison, @ForAll String typed) {
        if (Condition.Text.violation("", comparison, typed).isEmpty()) {
            String text = Condition.Text.of(comparison, typed).text();
            assertThat(Condition.Text.of(comparison, text).text()).isEqualTo(text);
        }
    }
}
