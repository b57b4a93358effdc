package io.connections.domain.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.domain.kernel.Violation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M7")
class LabelNameTest {
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    private static final String SCOTLAND =
            "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'  Black   Friday '|Black Friday",
                "'Black\tFriday\r\n'|Black Friday",
                "'Black\u00A0\u2003Friday'|Black Friday",
                "'Cafe\u0301'|Caf\u00E9",
                "'VIP\u200B\uFEFF'|VIP",
                "'\u202Eevil\u202C'|evil",
            })
    void whatLooksTheSameIsWrittenTheSame(String typed, String expected) {
        assertThat(LabelName.of(typed).value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "<script>alert(1)</script>",
                "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD",
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
                FAMILY,
                SCOTLAND,
                "'; drop table label; --",
            })
    void everyWritingIsAName(String name) {
        assertThat(LabelName.violation("/name", name)).isEmpty();
        assertThat(LabelName.of(name).value()).isEqualTo(name);
    }

    @Test
    void charactersAreCountedNotTheirHalves() {
        String sixty = "\uD83D\uDE80".repeat(LabelName.MAX_LENGTH);

        assertThat(LabelName.violation("/name", sixty)).isEmpty();
        assertThat(code(sixty + "x")).isEqualTo("too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "\u200B", "\u200D\u200D", "\u00A0"})
    void whatShowsNothingIsNoName(String text) {
        assertThat(code(text)).isEqualTo("required");
    }

    @Test
    void aCommaSeparatesLabelsAndIsInNone() {
        assertThat(LabelName.violation("/names/0", "a,b"))
                .contains(
                        new Violation(
                                "/names/0",
                                "comma",
                                "A label has no comma: it separates one label from the next."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u009Fb"})
    void controlCharactersAreInNone(String text) {
        assertThat(code(text)).isEqualTo("control-character");
    }

    @Test
    void tenThousandCharactersAreTooLong() {
        assertThat(code("a".repeat(10_000))).isEqualTo("too-long");
        assertThat(code(" ".repeat(10_000))).isEqualTo("too-long");
    }

    @Test
    void aNameThatIsNoneCannotBeMade() {
        assertThatThrownBy(() -> LabelName.of("a,b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LabelName(" a")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "VIP, vip",
        "\u00C9T\u00C9, \u00E9t\u00E9",
        "\u0130zmir, \u0130ZMIR",
        "Black  Friday, black friday",
    })
    void upperAndLowerCaseAreOneLabel(String one, String other) {
        assertThat(LabelName.of(one).key()).isEqualTo(LabelName.of(other).key());
    }

    private static String code(String text) {
        return LabelName.violation("/name", text).map(Violation::code).orElse("");
    }
}
