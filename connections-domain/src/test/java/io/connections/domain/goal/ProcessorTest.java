package io.connections.domain.goal;

import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.record;
import static io.connections.domain.goal.GoalFixtures.row;
import static io.connections.domain.profile.ProfileFixtures.aProperty;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.goal.MappingPreview.Problem;
import io.connections.domain.goal.Processor.ChangeCase.To;
import io.connections.domain.goal.Processor.RegexFilter.OnMiss;
import io.connections.domain.goal.Processor.ValueTable.Otherwise;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M15")
class ProcessorTest {
    private static final ProfileProperty TEXT = aProperty(1, "text", new PropertyType.Text());

    private static MappingPreview.Row through(Processor processor, String... values) {
        List<String> fields = new ArrayList<>(List.of("city", "Utrecht", "country", "NL"));
        for (String value : values) {
            fields.add("in");
            fields.add(value);
        }
        return MappingPreview.of(
                        aGoal().mapping(row("in", TEXT).through(processor)).build(),
                        List.of(TEXT),
                        record(1, fields.toArray(String[]::new)))
                .getFirst();
    }

    private static void isBad(MappingPreview.Row row, String... parts) {
        assertThat(row.result()).isEmpty();
        assertThat(row.problem().map(Problem::code)).contains("bad-value");
        assertThat(row.problem().orElseThrow().message()).contains(parts);
    }

    @Test
    void trimTakesEveryKindOfWhiteSpaceAndDropsWhatIsOnlyThat() {
        assertThat(
                        through(
                                        new Processor.Trim(),
                                        "\u00a0 Ann \t\u2003",
                                        "\ufeffBob",
                                        " \u202f ")
                                .result())
                .containsExactly("Ann", "Bob");
    }

    @ParameterizedTest
    @CsvSource({
        "UPPER, en, straße, STRASSE",
        "LOWER, en, ÉCOLE, école",
        "UPPER, tr, istanbul, İSTANBUL",
        "TITLE, en, ANNE-MARIE o'neil van DIJK, Anne-Marie O'neil Van Dijk",
        "TITLE, tr, istanbul, İstanbul",
        "TITLE, en, ǆungla 2nd, ǅungla 2nd"
    })
    void caseChangesByTheLanguagesRules(To to, String language, String value, String expected) {
        assertThat(
                        through(
                                        new Processor.ChangeCase(
                                                to, Locale.forLanguageTag(language)),
                                        value)
                                .result())
                .containsExactly(expected);
    }

    @Test
    void concatenateJoinsWhatIsThere() {
        Processor join = new Processor.Concatenate(List.of("city", "street", "country"), ", ");

        assertThat(through(join, "Dom 1").result()).containsExactly("Dom 1, Utrecht, NL");
        assertThat(through(join).result()).containsExactly("Utrecht, NL");
    }

    @Test
    void aFixedValueReplacesWhateverCame() {
        assertThat(through(new Processor.FixedValue("web"), "a", "b").result())
                .containsExactly("web");
        assertThat(through(new Processor.FixedValue("web")).result()).containsExactly("web");
    }

    @ParameterizedTest
    @CsvSource({
        "dd-MM-yyyy, 28-02-2026, 2026-02-28",
        "d/M/yy, 3/4/26, 2026-04-03",
        "d MMM yyyy, 3 mrt 2026, 2026-03-03",
        "yyyyMMdd, 20260704, 2026-07-04",
        "dd-MM-yyyy HH:mm, 01-07-2026 08:30, 2026-07-01T08:30+02:00",
        "yyyy-MM-dd'T'HH:mm:ssXXX, 2026-07-01T08:30:05-05:00, 2026-07-01T08:30:05-05:00"
    })
    void datesAreReadByTheirPatternInTheirZone(String pattern, String value, String expected) {
        Processor dates =
                new Processor.DateFormat(
                        List.of(pattern), Locale.forLanguageTag("nl"), "Europe/Amsterdam");

        assertThat(through(dates, value).result()).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"28-2-2026", "28-02-2026 ", "tomorrow", "28-02-2026x"})
    void whatIsNoDateOfThePatternIsBadAndNeverBent(String value) {
        MappingPreview.Row row =
                through(new Processor.DateFormat(List.of("dd-MM-yyyy"), Locale.ROOT, "UTC"), value);

        if (value.endsWith(" ")) {
            assertThat(row.result()).containsExactly("2026-02-28");
        } else {
            isBad(row, value, "\"in\"", "dd-MM-yyyy");
        }
    }

    @Test
    void aDayThatDoesNotExistIsSaidToBeNone() {
        Processor dates =
                new Processor.DateFormat(List.of("yyyy-MM-dd", "dd-MM-yyyy"), Locale.ROOT, "UTC");

        isBad(through(dates, "1991-02-31"), "1991-02-31", "\"in\"", "is no day of the calendar");
        isBad(
                through(dates, "31.02.1991"),
                "31.02.1991",
                "\"in\"",
                "is no date like 2026-11-23 or 23-11-2026 (yyyy-MM-dd, dd-MM-yyyy)");
    }

    @Test
    void theFirstPatternThatFitsReadsTheDate() {
        Processor dates =
                new Processor.DateFormat(List.of("dd/MM/yyyy", "yyyy-MM-dd"), Locale.ROOT, "UTC");

        assertThat(through(dates, "2026-03-01", "01/04/2026").result())
                .containsExactly("2026-03-01", "2026-04-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "',' | '.' | 1.234,50 | 1234.5",
                "',' | '.' | € -12,00 | -12",
                "',' | '.' | -€12,5 | -12.5",
                "',' | '.' | 1.234.567 | 1234567",
                "'.' | ',' | 12,34,567.8 | 1234567.8",
                "'.' | ',' | $1,000 | 1000",
                "',' | ' ' | 1 234,5 | 1234.5",
                "'.' | ',' | .5 | 0.5"
            })
    void numbersAreReadAsPeopleWriteThem(char decimal, char group, String value, String expected) {
        assertThat(through(new Processor.NumberFormat(decimal, group), value).result())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "12.34", "1,2,3", "ten", "-", "1.2345", "1..234", "1 234"})
    void aNumberThatCouldMeanAnotherIsBad(String value) {
        isBad(through(new Processor.NumberFormat(',', '.'), value), value, "1.234,5");
    }

    @ParameterizedTest
    @CsvSource({
        "' Ann@Example.ORG ', ann@example.org",
        "mailto:Ann@example.org?subject=hi, ann@example.org",
        "Ann Lee <ann@example.org>, ann@example.org",
        "jürgen@müller.example, jürgen@müller.example"
    })
    void emailsAreCleaned(String value, String expected) {
        assertThat(through(new Processor.CleanEmail(), value).result()).containsExactly(expected);
    }

    @Test
    void whatIsNoEmailIsBad() {
        isBad(through(new Processor.CleanEmail(), "ann at example"), "ann at example");
    }

    @Test
    void aHashIsThatOfTheUtf8Bytes() {
        assertThat(through(new Processor.Hash(), "é").result())
                .containsExactly(
                        "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
    }

    @Test
    void splitTrimsPartsAndLeavesEmptyOnesOut() {
        assertThat(through(new Processor.Split(";"), "a; b;;a", "c").result())
                .containsExactly("a", "b", "c");
    }

    @Test
    void aValueTableReplacesKeepsDropsOrRefuses() {
        Map<String, String> table = Map.of("m", "male", "x", "");

        assertThat(
                        through(
                                        new Processor.ValueTable(table, true, Otherwise.KEEP),
                                        "M",
                                        "X",
                                        "other")
                                .result())
                .containsExactly("male", "other");
        assertThat(
                        through(
                                        new Processor.ValueTable(
                                                table, false, Otherwise.DROP_VALUE),
                                        "m",
                                        "M")
                                .result())
                .containsExactly("male");
        isBad(through(new Processor.ValueTable(table, false, Otherwise.BAD_VALUE), "M"), "M");
    }

    /// Finds a literal; what real patterns do is in the contract of the port that makes them.
    private record Literal(String source) implements TextPattern {
        @Override
        public boolean isFoundIn(String text) {
            return text.contains(source);
        }

        @Override
        public String replaceAll(String text, String replacement) {
            return text.replace(source, replacement);
        }

        @Override
        public Optional<String> faultOf(String replacement) {
            return replacement.contains("$")
                    ? Optional.of("there are no groups")
                    : Optional.empty();
        }
    }

    @Test
    void aFilterKeepsWhatMatchesOrInvertedWhatDoesNot() {
        TextPattern test = new Literal("test");

        assertThat(
                        through(
                                        new Processor.RegexFilter(test, false, OnMiss.DROP_VALUE),
                                        "a test",
                                        "b")
                                .result())
                .containsExactly("a test");
        assertThat(
                        through(
                                        new Processor.RegexFilter(test, true, OnMiss.DROP_VALUE),
                                        "a test",
                                        "b")
                                .result())
                .containsExactly("b");
    }

    @Test
    void aReplacementThatCannotWorkIsToldBeforeAnyRun() {
        Processor broken = new Processor.RegexReplace(new Literal("a"), "$1");

        assertThat(through(broken, "a").problem())
                .contains(new Problem("processor-invalid", "there are no groups"));
        assertThat(through(new Processor.RegexReplace(new Literal("a"), ""), "a").result())
                .isEmpty();
    }

    @Test
    void anExpressionThatFailsMakesABadValue() {
        Formula failing =
                new Formula() {
                    @Override
                    public String source() {
                        return "record.age";
                    }

                    @Override
                    public List<String> evaluate(
                            List<String> values, Map<String, List<String>> record) {
                        throw new FormulaFailed("no field age");
                    }
                };

        isBad(through(new Processor.Expression(failing), "x"), "x", "no field age");
    }

    @Test
    void aLongBadValueIsCutAndControlCharactersAreNotShown() {
        MappingPreview.Row row = through(new Processor.CleanEmail(), "x\u0000" + "y".repeat(1000));

        assertThat(row.problem().orElseThrow().message())
                .hasSizeLessThan(200)
                .doesNotContain("\u0000")
                .contains("…");
    }

    @Test
    void stepsThatMakeAValueGrowEndInABadValueThatNamesTheStep() {
        Processor[] twenty =
                Collections.nCopies(20, new Processor.RegexReplace(new Literal("a"), "a".repeat(9)))
                        .toArray(Processor[]::new);

        MappingPreview.Row row =
                MappingPreview.of(
                                aGoal().mapping(row("in", TEXT).through(twenty)).build(),
                                List.of(TEXT),
                                record(1, "in", "a"))
                        .getFirst();

        assertThat(row.problem().orElseThrow().message())
                .contains("step 6 (replace by pattern)")
                .contains("65,536 characters");
        assertThat(row.result()).isEmpty();
    }

    @Test
    void aSplitIntoTooManyValuesIsABadValue() {
        assertThat(through(new Processor.Split(";"), "a;".repeat(1_000)).result()).hasSize(1);
        isBad(through(new Processor.Split(";"), "a;".repeat(1_001)), "a;", "step 1 (split)");
    }

    @Test
    void fieldsJoinedToTooMuchAreABadValue() {
        Processor joined = new Processor.Concatenate(Collections.nCopies(70, "in"), ", ");

        isBad(through(joined, "x".repeat(1_000)), "x", "step 1 (join fields)");
    }
}
