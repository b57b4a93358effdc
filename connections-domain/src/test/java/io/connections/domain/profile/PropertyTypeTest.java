package io.connections.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("M15")
class PropertyTypeTest {
    private static PropertyType type(String name) {
        return switch (name) {
            case "text" -> new PropertyType.Text();
            case "whole" -> new PropertyType.WholeNumber();
            case "decimal" -> new PropertyType.Decimal();
            case "date" -> new PropertyType.Date();
            case "moment" -> new PropertyType.DateTime();
            case "email" -> new PropertyType.Email();
            case "phone" -> new PropertyType.Phone();
            case "yes-no" -> new PropertyType.YesNo();
            default -> new PropertyType.Choice(List.of(name.split("/")));
        };
    }

    @ParameterizedTest
    @CsvSource({
        "text, =1+1, =1+1",
        "text, ' a ', ' a '",
        "whole, ' 42 ', 42",
        "whole, +42, 42",
        "whole, -0, 0",
        "whole, -007, -7",
        "whole, 0, 0",
        "whole, 9223372036854775807, 9223372036854775807",
        "whole, -9223372036854775808, -9223372036854775808",
        "whole, 0009223372036854775807, 9223372036854775807",
        "decimal, 1.50, 1.5",
        "decimal, -00.10, -0.1",
        "decimal, .5, 0.5",
        "decimal, 5., 5",
        "decimal, -0.00, 0",
        "decimal, 100, 100",
        "decimal, +1.25, 1.25",
        "decimal, 12345678901234567890123456789012345678, 12345678901234567890123456789012345678",
        "date, 2024-02-29, 2024-02-29",
        "date, 2026-07-01T00:30:00+02:00, 2026-07-01",
        "moment, 2026-11-23T10:15:30Z, 2026-11-23T10:15:30Z",
        "moment, 2026-11-23 10:15, 2026-11-23T10:15:00Z",
        "moment, 2026-11-23T10:15:30.1239Z, 2026-11-23T10:15:30.123Z",
        "moment, 2026-11-23T00:15:30+01:00, 2026-11-22T23:15:30Z",
        "moment, 2026-11-23T00:15+0130, 2026-11-22T22:45:00Z",
        "moment, 1900-01-01T00:00+00:19:32, 1899-12-31T23:40:28Z",
        "moment, 2026-11-23, 2026-11-23T00:00:00Z",
        "email, Ann.Lee+x@Example.ORG, ann.lee+x@example.org",
        "email, ÄNN@EXÄMPLE.ORG, änn@exämple.org",
        "phone, +31 (20) 123-4567, +31201234567",
        "phone, +31201234567, +31201234567",
        "yes-no, YES, true",
        "yes-no, 0, false",
        "Red/Dark blue, dark BLUE, Dark blue"
    })
    void aValueIsBroughtIntoItsOneWrittenForm(String type, String text, String expected) {
        assertThat(type(type).normalise(text)).isEqualTo(new Reading.Accepted(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "whole, 1.0",
        "whole, 1e3",
        "whole, ''",
        "whole, -",
        "whole, 9223372036854775808",
        "whole, -9223372036854775809",
        "whole, ٣",
        "decimal, .",
        "decimal, '1,5'",
        "decimal, 1.2.3",
        "decimal, 1E5",
        "decimal, 123456789012345678901234567890123456789",
        "date, 2026-02-29",
        "date, 2026-13-01",
        "date, 26-01-01",
        "date, 2026-01-01x",
        "date, 0000-01-01",
        "moment, 2026-11-23T24:00:00Z",
        "moment, 2026-11-23T10:15:30+1",
        "moment, 2026-11-23T10:15:30.Z",
        "moment, 2026-11-23T10:1",
        "moment, 2026-11-23T10:15:61Z",
        "moment, 0001-01-01T00:00+01:00",
        "email, ann",
        "email, @x.nl",
        "email, a@b",
        "email, a..b@x.nl",
        "email, .a@x.nl",
        "email, a.@x.nl",
        "email, a b@x.nl",
        "email, a@-x.nl",
        "email, a@x..nl",
        "email, a@x.nl.",
        "email, a@b@x.nl",
        "email, a@x_y.nl",
        "phone, 0201234567",
        "phone, +31 (0)20 1234567",
        "phone, +12345",
        "phone, +0123456",
        "phone, +1234567890123456",
        "phone, +31 20 CALL",
        "yes-no, maybe",
        "Red/Blue, Green"
    })
    void whatIsNoValueOfTheTypeIsRefusedWithTheReason(String type, String text) {
        assertThat(type(type).normalise(text))
                .isInstanceOfSatisfying(
                        Reading.Refused.class,
                        refused -> assertThat(refused.reason()).isNotBlank());
    }

    @Test
    void nulAndTooLongTextsAreRefused() {
        PropertyType text = type("text");

        assertThat(text.normalise("a\0b")).isInstanceOf(Reading.Refused.class);
        assertThat(text.normalise("x".repeat(65_536))).isInstanceOf(Reading.Accepted.class);
        assertThat(text.normalise("x".repeat(65_537))).isInstanceOf(Reading.Refused.class);
    }

    @Test
    @Tag("M16")
    void anIdentifierIsShort() {
        ProfileProperty identifier = ProfileFixtures.anIdentifier(1, "id", type("text"));

        assertThat(identifier.normalise("x".repeat(512))).isInstanceOf(Reading.Accepted.class);
        assertThat(identifier.normalise("x".repeat(513))).isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "12|-7, whole",
        "0|1, whole",
        "1.5|2, decimal",
        "0.5|0, decimal",
        "0123|4567, text",
        "+31612345678|+442079460018, phone",
        "true|False, yes-no",
        "2026-11-23|2024-02-29, date",
        "2026-11-23T10:15:30Z|2026-11-23, moment",
        "ann@x.nl|BOB@x.nl, email",
        "ann@x.nl|none, text",
        "'|', text",
        "' |12', whole"
    })
    void theTypeOfExamplesIsTheNarrowestThatTakesThemAll(String examples, String expected) {
        assertThat(PropertyType.guess(List.of(examples.split("\\|", -1))))
                .isEqualTo(type(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "ann@x.nl, 9, none, 1, email",
        "ann@x.nl, 17, none, 2, text",
        "2026-11-23, 18, 31 February, 2, date",
        "12, 9, 1.5, 1, decimal",
        "12, 19, 0123, 1, text",
        "yes, 9, perhaps, 1, yes-no",
        "2026-11-23, 9, 2026-11-23T10:15:30Z, 1, moment"
    })
    void oneBadValueInTenDoesNotChangeTheType(
            String usual, int often, String odd, int seldom, String expected) {
        List<String> examples = new ArrayList<>(Collections.nCopies(often, usual));
        examples.addAll(Collections.nCopies(seldom, odd));

        assertThat(PropertyType.guess(examples)).isEqualTo(type(expected));
    }

    @Test
    void valuesAreKeptByNumber() {
        PropertyValues values =
                PropertyValues.builder().set(7, "b").set(3, List.of("a", "c")).set(7, "d").build();

        assertThat(values.of(3)).containsExactly("a", "c");
        assertThat(values.of(4)).isEmpty();
        assertThat(values.numbers()).containsExactly(3, 7);
        assertThat(values.with(5, List.of("x")).with(3, List.of()).numbers()).containsExactly(5, 7);
        assertThat(values.with(9, List.of("z")).with(9, List.of())).isEqualTo(values);
    }
}
