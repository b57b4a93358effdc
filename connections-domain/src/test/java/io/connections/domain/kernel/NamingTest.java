package io.connections.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M13")
class NamingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "Müller & Söhne",
                "\u202Bשלום\u202C (Oslo)",
                "\u200Eabc\u200F",
                "می\u200Cخواهم",
                "\uD83D\uDC68\u200D\uD83D\uDC69",
                "❤\uFE0F",
            })
    void whatShowsOnOneLineIsAName(String name) {
        assertThat(codes(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "\u00A0",
                "\u200B",
                "\u200B\u200D\uFEFF",
                "\u2060",
                "\u202E",
                "\u3164",
                "\u2800",
                "\u115F\u1160",
                "\u034F",
                "\uFE0F",
                "\u00AD",
                "\u0007",
                "\uDB40\uDC20",
            })
    void whatShowsNothingIsNone(String name) {
        assertThat(codes(name)).containsExactly("required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\tb",
                "a\rb",
                "a\u0000b",
                "a\u001Bb",
                "a\u007Fb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b"
            })
    void whatLeavesTheLineIsNone(String name) {
        assertThat(codes(name)).containsExactly("control-character");
    }

    @Test
    void whatIsTooLongIsNone() {
        assertThat(codes("x".repeat(21))).containsExactly("too-long");
    }

    @Test
    void theMessageSaysWhatIsWrong() {
        assertThat(Naming.violations("/name", "\u200B", "the view", 20))
                .containsExactly(
                        new Violation(
                                "/name",
                                "required",
                                "Give the view a name of which something shows."));
    }

    private static List<String> codes(String name) {
        return Naming.violations("/name", name, "the view", 20).stream()
                .map(Violation::code)
                .toList();
    }
}
