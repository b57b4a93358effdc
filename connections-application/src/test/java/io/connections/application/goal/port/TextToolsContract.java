package io.connections.application.goal.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.connections.application.goal.port.TextTools.Compiled;
import io.connections.domain.goal.Formula;
import io.connections.domain.goal.Formula.FormulaFailed;
import io.connections.domain.goal.PhoneFormat;
import io.connections.domain.goal.StepLimits.Exceeded;
import io.connections.domain.goal.TextPattern;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people write becomes something that runs, or a message that says what is wrong and where.
@Tag("M15")
public abstract class TextToolsContract {
    protected abstract TextTools tools();

    private static <T> T ready(Compiled<T> compiled) {
        return switch (compiled) {
            case Compiled.Ready<T>(T value) -> value;
            case Compiled.Faulty<T>(String message) -> throw new AssertionError(message);
        };
    }

    private static String fault(Compiled<?> compiled) {
        return switch (compiled) {
            case Compiled.Ready<?> ready -> throw new AssertionError("not faulty: " + ready);
            case Compiled.Faulty<?> faulty -> faulty.message();
        };
    }

    @Test
    void aPatternIsFoundAnywhereInTheText() {
        TextPattern pattern = ready(tools().pattern("[0-9]{4}"));

        assertThat(pattern.isFoundIn("postcode 1012 AB")).isTrue();
        assertThat(pattern.isFoundIn("postcode 101 AB")).isFalse();
        assertThat(pattern.source()).isEqualTo("[0-9]{4}");
    }

    @Test
    void aReplacementMayNameGroups() {
        TextPattern pattern = ready(tools().pattern("(\\w+) (\\w+)"));

        assertThat(pattern.replaceAll("Ann Lee", "$2, $1")).isEqualTo("Lee, Ann");
        assertThat(pattern.faultOf("$2, $1")).isEmpty();
        assertThat(pattern.faultOf("$3").orElseThrow()).contains("$3").contains("2");
        assertThat(pattern.faultOf("costs $").orElseThrow()).contains("\\$");
        assertThat(pattern.faultOf("\\$5")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a", "a{2,1}", "[z-a]", "(?=a)", "\\1", ""})
    void aPatternThatCannotBeReadIsRefused(String source) {
        assertThat(fault(tools().pattern(source))).isNotBlank();
    }

    @Test
    void theFaultOfAPatternNamesThePlace() {
        assertThat(fault(tools().pattern("abc[z-a]"))).contains("character 5").contains("z-a");
    }

    @Test
    void aPatternBuiltToBlowUpCostsNothingSpecial() {
        TextPattern pattern = ready(tools().pattern("^(a+)+$"));
        String text = "a".repeat(50_000) + "b";

        // An engine that tries every way would need longer than the universe is old.
        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThat(pattern.isFoundIn(text)).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "NL, 020 123 4567, +31201234567",
        "NL, 06-12345678, +31612345678",
        "NL, +44 20 7946 0018, +442079460018",
        "US, (415) 555-2671, +14155552671",
        "NL, 0031 20 1234567, +31201234567"
    })
    void aPhoneNumberBecomesE164(String region, String text, String expected) {
        PhoneFormat format = ready(tools().phone(region));

        assertThat(format.toE164(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "12", "call me"})
    void whatIsNoPhoneNumberGivesNone(String text) {
        assertThat(ready(tools().phone("NL")).toE164(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NL, 020 123 4567, +31201234567",
        "nl, 0031 20 1234567, +31201234567",
        "US, (415) 555-2671, +14155552671",
        "Holland, 0711 123456, +49711123456",
        "'', 0711 123456, +49711123456"
    })
    void aRecordMaySayWhereItsPhoneNumberIsAtHome(String home, String text, String expected) {
        assertThat(ready(tools().phone("DE")).toE164(text, home)).contains(expected);
    }

    @Test
    void theRegionOfANumberWithCountryCodeIsKnown() {
        assertThat(tools().phoneRegions().regionOf("+31 20 123 4567")).contains("NL");
        assertThat(tools().phoneRegions().regionOf("020 123 4567")).isEmpty();
        assertThat(tools().phoneRegions().formatOf("nl").map(PhoneFormat::region)).contains("NL");
        assertThat(tools().phoneRegions().formatOf("Holland")).isEmpty();
    }

    @Test
    void anUnknownRegionIsRefused() {
        assertThat(fault(tools().phone("Holland"))).contains("Holland");
        assertThat(ready(tools().phone("nl")).region()).isEqualTo("NL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "value + '!' | ann!",
                "values[1] | bob",
                "record['Full name'] | Ann Lee",
                "has(record.age) ? record.age : 'none' | none",
                "size(values) | 2",
                "value == 'ann' | true",
                "double('2.50') * 2.0 | 5",
                "value.replace('n', 'm') | amm"
            })
    void aFormulaSeesValueValuesAndRecord(String source, String expected) {
        Formula formula = ready(tools().formula(source));

        List<String> results =
                formula.evaluate(
                        List.of("ann", "bob"), Map.of("Full name", List.of("Ann Lee", "x")));

        assertThat(results).containsExactly(expected);
    }

    @Test
    void aListGivesSeveralValuesAndNothingGivesNone() {
        assertThat(ready(tools().formula("['a', '', 'b']")).evaluate(List.of(), Map.of()))
                .containsExactly("a", "b");
        assertThat(ready(tools().formula("null")).evaluate(List.of(), Map.of())).isEmpty();
        assertThat(ready(tools().formula("value")).evaluate(List.of(), Map.of())).isEmpty();
    }

    @Test
    void aFormulaThatCannotBeEvaluatedSaysSo() {
        Formula formula = ready(tools().formula("record.age"));

        assertThatThrownBy(() -> formula.evaluate(List.of("x"), Map.of()))
                .isInstanceOf(FormulaFailed.class)
                .hasMessageContaining("age");
        assertThatThrownBy(
                        () -> ready(tools().formula("int(value)")).evaluate(List.of("x"), Map.of()))
                .isInstanceOf(FormulaFailed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "value +, the formula ends too early",
        "value), \")\" is not expected there",
        "value value, \"value\" is not expected there",
        "nothing, nothing is called \"nothing\"",
        "value.foo(), nothing is called \"foo\"",
        "value + 1, \"+\" is not known or does not fit",
        "'\"abc', a quote is missing"
    })
    void theFaultOfAFormulaIsOneSentenceForPeople(String source, String words) {
        assertThat(fault(tools().formula(source)))
                .contains(words)
                .doesNotContain("expecting", "<EOF>", "overload", "container", "\n");
    }

    @ParameterizedTest
    @CsvSource({"record.age, the record has no field \"age\"", "int(value), x"})
    void theFailureOfAFormulaIsOneSentenceForPeople(String source, String words) {
        Formula formula = ready(tools().formula(source));

        assertThatThrownBy(() -> formula.evaluate(List.of("x"), Map.of()))
                .hasMessageContaining(words)
                .hasMessageNotContainingAny("evaluation error", "<input>", "\n");
    }

    @ParameterizedTest
    @CsvSource({"value +, line 1", "nothing, line 1, character 1", "value.foo(), line 1"})
    void theFaultOfAFormulaNamesThePlace(String source, String place) {
        assertThat(fault(tools().formula(source))).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a{1000}){1000}){1000}", "(a{200}){200}", "(?:[ab]{2,900}){99,}"})
    void aPatternThatUnfoldsToTooMuchIsRefused(String source) {
        assertThat(fault(tools().pattern(source))).contains("10,000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\d{4}-\\d{2}-\\d{2}", "(\\w{1,64}\\.){2,8}", "[]{]{3}x{1000}", "a{,3}"})
    void ordinaryRepetitionsAreTaken(String source) {
        assertThat(ready(tools().pattern(source)).source()).isEqualTo(source);
    }

    @Test
    void aReplacementStopsWhereAValueIsTooLong() {
        TextPattern pattern = ready(tools().pattern("a"));
        String text = "a".repeat(1_000);

        assertThat(pattern.replaceAll(text, "b".repeat(65))).hasSize(65_000);
        assertThatThrownBy(() -> pattern.replaceAll(text, "b".repeat(10_000)))
                .isInstanceOf(Exceeded.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value.replace('a', value).replace('a', value).replace('a', value)",
                "value.replace('', value).replace('', value, 100000)",
                "values.map(x, value).join(value).replace('a', value)",
                "[values].map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x).map(x, x + x)[0]",
                "bytes(value) + bytes(value.replace('a', 'aaaaaaaaaa')) == b''"
            })
    void aFormulaThatMakesTooMuchOnItsWayIsStopped(String source) {
        List<String> values = Collections.nCopies(64, "a".repeat(7_000));

        assertThatThrownBy(() -> ready(tools().formula(source)).evaluate(values, Map.of()))
                .isInstanceOf(Exceeded.class);
    }

    @Test
    void aFormulaThatDoublesSixtyTimesIsStopped() {
        for (String start : List.of("value", "values", "[[value]]", "{'k': value}")) {
            String doubling = start.startsWith("value") ? "x + x" : "[x, x]";
            String source = "[%s]".formatted(start);
            for (int i = 0; i < 60; i++) {
                source += ".map(x, %s)".formatted(doubling);
            }
            Formula formula = ready(tools().formula(source + "[0] == " + source + "[0]"));

            assertThatThrownBy(() -> formula.evaluate(List.of("a"), Map.of()))
                    .as(start)
                    .isInstanceOf(Exceeded.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'value.replace('''', ''-'')', -a-n-n-",
        "'value.replace(''n'', ''m'', 1)', amn",
        "'value.replace(''n'', ''m'', 0)', ann",
        "'values.join(''; '')', ann; bob",
        "values.join(), annbob"
    })
    void replaceAndJoinDoAsTheirLibraryDoes(String source, String expected) {
        assertThat(ready(tools().formula(source)).evaluate(List.of("ann", "bob"), Map.of()))
                .containsExactly(expected);
    }
}
