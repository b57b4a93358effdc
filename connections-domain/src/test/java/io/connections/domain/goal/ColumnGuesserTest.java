package io.connections.domain.goal;

import static org.assertj.core.api.Assertions.assertThat;

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

@Tag("M15")
class ColumnGuesserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "amount; 12|-7; WholeNumber; []",
                "mail; ann@x.nl|BOB@x.nl; Email; []",
                "mail; Ann <ann@x.nl>|bob@x.nl; Email; [CleanEmail]",
                "born; 31.12.1980|1.2.1999; Date; [DateFormat]",
                "born; 1980-12-31|28-2-1999; Date; [DateFormat]",
                "seen; 31/12/2025 8:30|1/2/2026 17:45:10; DateTime; [DateFormat]",
                "birth_date; 19801231|20000229; Date; [DateFormat]",
                "customerDOB; 19801231|20000229; Date; [DateFormat]",
                "customerBirthDate; 19801231|20000229; Date; [DateFormat]",
                "order; 19801231|20000229; WholeNumber; []",
                "price; 1.234,50|2,75; Decimal; [NumberFormat]",
                "price; € 1,234.50|$2.75; Decimal; [NumberFormat]",
                "price; 12,50|3,75; Decimal; [NumberFormat]",
                "newsletter; ja|Nein|ja; YesNo; [ValueTable]",
                "code; 0123|4567; Text; []",
                "name; ' Ann|Bob'; Text; [Trim]",
                "nothing; '| '; Text; []"
            })
    void aColumnIsGuessedWithWhatCleansItUp(
            String column, String values, String type, String cleaning) {
        ColumnGuess guess = guessOf(column, values.split("\\|", -1));

        assertThat(guess.type().getClass().getSimpleName()).isEqualTo(type);
        assertThat(
                        guess.cleaning().stream()
                                .map(processor -> processor.getClass().getSimpleName())
                                .toList())
                .hasToString(cleaning);
        assertThat(guess.unfit()).isZero();
    }

    @Test
    void aDayThatMayBeAMonthIsNoGuess() {
        assertThat(guessOf("born", "03/04/2026", "05/06/2025").type())
                .isEqualTo(new PropertyType.Text());
        assertThat(guessOf("born", "03/04/2026", "25/06/2025").cleaning())
                .containsExactly(
                        new Processor.DateFormat(
                                List.of("yyyy-MM-dd", "d/M/yyyy"), Locale.ENGLISH, "UTC"));
    }

    @Test
    void aThousandThatMayBeADecimalIsTakenAsItIsWritten() {
        assertThat(guessOf("price", "1,234", "5,678").type()).isEqualTo(new PropertyType.Text());
        assertThat(guessOf("price", "1.234", "5.678").type()).isEqualTo(new PropertyType.Decimal());
    }

    @Test
    void phoneNumbersAreAtHomeWhereTheOthersAreFrom() {
        ColumnGuess guess = guessOf("telephone", "+31 20 1234567", "020 7654321", "06 12345678");

        assertThat(guess.type()).isEqualTo(new PropertyType.Phone());
        assertThat(homes(guess)).containsExactly("NL, field Optional.empty");
    }

    @Test
    void phoneNumbersOfManyCountriesAreNotTakenToOne() {
        ColumnGuess guess =
                guessOf("phone", "+31 20 1234567", "+49 711 123456", "020 7654321", "0711 765432");

        assertThat(guess.type()).isEqualTo(new PropertyType.Text());
    }

    @Test
    void aColumnOfCountriesSaysWhereARecordsPhoneIsAtHome() {
        List<InputRecord> records =
                List.of(
                        GoalFixtures.record(1, "phone", "020 7654321", "country", "NL"),
                        GoalFixtures.record(2, "phone", "0711 765432", "country", "de"),
                        GoalFixtures.record(3, "phone", "+49 711 123456", "country", "DE"));

        ColumnGuess guess =
                ColumnGuesser.guess(List.of("phone", "country"), records, new TwoRegions())
                        .getFirst();

        assertThat(guess.type()).isEqualTo(new PropertyType.Phone());
        assertThat(homes(guess)).containsExactly("DE, field Optional[country]");
        assertThat(guess.unfit()).isZero();
    }

    @Test
    void oneBadValueInTenIsCountedAndChangesNothing() {
        List<String> values = new ArrayList<>(Collections.nCopies(18, "31.12.1980"));
        values.add("n/a");
        values.add("31.02.1980");

        ColumnGuess guess = guessOf("born", values.toArray(String[]::new));

        assertThat(guess.type()).isEqualTo(new PropertyType.Date());
        assertThat(guess.unfit()).isEqualTo(2);
    }

    private static ColumnGuess guessOf(String column, String... values) {
        List<InputRecord> records = new ArrayList<>();
        for (String value : values) {
            records.add(GoalFixtures.record(records.size() + 1L, column, value));
        }
        return ColumnGuesser.guess(List.of(column), records, new TwoRegions()).getFirst();
    }

    private static List<String> homes(ColumnGuess guess) {
        return guess.cleaning().stream()
                .map(
                        processor ->
                                processor instanceof Processor.CleanPhone clean
                                        ? "%s, field %s"
                                                .formatted(
                                                        clean.format().region(),
                                                        clean.regionField())
                                        : "other")
                .toList();
    }

    /// Knows the Netherlands and Germany, whose numbers have ten digits or nine.
    private static final class TwoRegions implements PhoneRegions {
        private static final Map<String, String> CODES = Map.of("NL", "+31", "DE", "+49");

        @Override
        public Optional<PhoneFormat> formatOf(String region) {
            String known = region.toUpperCase(Locale.ROOT);
            return CODES.containsKey(known) ? Optional.of(new OfRegion(known)) : Optional.empty();
        }

        @Override
        public Optional<String> regionOf(String number) {
            return CODES.keySet().stream()
                    .filter(region -> number.startsWith(CODES.getOrDefault(region, "none")))
                    .findFirst();
        }
    }

    private record OfRegion(String region) implements PhoneFormat {
        @Override
        public Optional<String> toE164(String text, String home) {
            String plain = text.replace(" ", "");
            if (plain.startsWith("+")) {
                return Optional.of(plain);
            }
            boolean dutch = home.equalsIgnoreCase("NL");
            boolean german = home.equalsIgnoreCase("DE");
            return plain.matches(dutch && !german ? "0(20|6)\\d{7,8}" : "0711\\d{6}")
                    ? Optional.of((dutch ? "+31" : "+49") + plain.substring(1))
                    : Optional.empty();
        }
    }
}
