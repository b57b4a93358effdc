package io.connections.domain.goal;

import io.connections.domain.profile.PropertyType;
import io.connections.domain.profile.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Guesses what the columns of a file hold and how they are cleaned up, from its first records.
///
/// A guess costs nothing where it is wrong to the safe side: text takes every value. So a type is
/// guessed only where nine in ten values fit it, and a way of writing only where no other reads
/// the same values differently: `03/04/2026` alone says nothing of days and months.
public final class ColumnGuesser {
    private static final List<String> COUNTRY =
            List.of("country", "nation", "land", "pays", "pais", "país", "paese", "region", "kraj");
    private static final List<String> PHONE =
            List.of("phone", "tel", "mobil", "handy", "cell", "fax", "gsm", "whatsapp");
    private static final List<String> DATE =
            List.of("date", "day", "dob", "born", "birth", "datum", "geb", "fecha", "data", "nai");
    private static final List<String> DAYS =
            List.of(
                    "d.M.yyyy",
                    "d/M/yyyy",
                    "M/d/yyyy",
                    "d-M-yyyy",
                    "M-d-yyyy",
                    "yyyy/M/d",
                    "yyyy.M.d",
                    "d MMM yyyy",
                    "d MMMM yyyy",
                    "MMM d, yyyy",
                    "MMMM d, yyyy");
    private static final String ISO_DAY = "yyyy-MM-dd";
    private static final String COMPACT_DAY = "yyyyMMdd";
    private static final List<Processor> NUMBERS =
            List.of(
                    new Processor.NumberFormat('.', ','),
                    new Processor.NumberFormat(',', '.'),
                    new Processor.NumberFormat(',', ' '),
                    new Processor.NumberFormat('.', '\''));
    private static final List<Map<String, String>> YES_NO =
            List.of(
                    yesNo("ja", "nein"),
                    yesNo("ja", "nee"),
                    yesNo("j", "n"),
                    yesNo("oui", "non"),
                    yesNo("sí", "no"),
                    yesNo("si", "no"),
                    yesNo("sì", "no"),
                    yesNo("sim", "não"),
                    yesNo("tak", "nie"));

    private final List<InputRecord> records;
    private final PhoneRegions phones;
    private final Optional<String> countryColumn;

    private ColumnGuesser(List<String> columns, List<InputRecord> records, PhoneRegions phones) {
        this.records = records;
        this.phones = phones;
        this.countryColumn = columns.stream().filter(this::namesCountries).findFirst();
    }

    /// One guess for each column, in their order.
    public static List<ColumnGuess> guess(
            List<String> columns, List<InputRecord> records, PhoneRegions phones) {
        ColumnGuesser guesser = new ColumnGuesser(columns, records, phones);
        return columns.stream().map(guesser::guess).toList();
    }

    private ColumnGuess guess(String column) {
        List<InputRecord> examples =
                records.stream().filter(record -> !values(record, column).isEmpty()).toList();
        List<Tried> named = namedKinds(column, examples);
        Tried best =
                best(named, examples)
                        .or(() -> best(otherKinds(column, examples), examples))
                        .orElseGet(() -> text(column, examples));
        return new ColumnGuess(
                column, best.type(), best.cleaning(), examples.size() - best.fitting());
    }

    /// Of those that nine in ten examples fit, the first of the best.
    private static Optional<Tried> best(List<Tried> tried, List<InputRecord> examples) {
        return tried.stream()
                .filter(one -> one.fitting() > 0 && one.fitting() * 10L >= examples.size() * 9L)
                .reduce((one, other) -> other.fitting() > one.fitting() ? other : one);
    }

    /// The kinds that the column's name speaks of: they go before what its values look like.
    private List<Tried> namedKinds(String column, List<InputRecord> examples) {
        List<Tried> tried = new ArrayList<>();
        if (isNamed(column, PHONE)) {
            tried.addAll(phoneNumbers(column, examples));
        }
        if (isNamed(column, DATE)) {
            tried.add(attempt(column, examples, new PropertyType.Date(), day(COMPACT_DAY)));
        }
        return tried;
    }

    private List<Tried> otherKinds(String column, List<InputRecord> examples) {
        List<Tried> tried = new ArrayList<>();
        List<String> values =
                examples.stream().flatMap(record -> values(record, column).stream()).toList();
        PropertyType plain = PropertyType.guess(values);
        if (!(plain instanceof PropertyType.Text)) {
            tried.add(attempt(column, examples, plain));
        }
        tried.add(attempt(column, examples, new PropertyType.Email(), new Processor.CleanEmail()));
        days(column, examples).ifPresent(tried::add);
        moments(column, examples).ifPresent(tried::add);
        numbers(column, examples, values).ifPresent(tried::add);
        for (Map<String, String> words : YES_NO) {
            tried.add(
                    attempt(
                            column,
                            examples,
                            new PropertyType.YesNo(),
                            new Processor.ValueTable(
                                    words, true, Processor.ValueTable.Otherwise.BAD_VALUE)));
        }
        // Digits alone are anything; some with a country code make the others phone numbers too.
        if (values.stream().filter(value -> value.startsWith("+")).count() * 5 >= values.size()) {
            tried.addAll(phoneNumbers(column, examples));
        }
        return tried;
    }

    private Tried text(String column, List<InputRecord> examples) {
        boolean padded =
                examples.stream()
                        .flatMap(record -> record.values(column).stream())
                        .anyMatch(value -> Steps.trim(value).length() < value.length());
        return padded
                ? attempt(column, examples, new PropertyType.Text(), new Processor.Trim())
                : attempt(column, examples, new PropertyType.Text());
    }

    private List<Tried> phoneNumbers(String column, List<InputRecord> examples) {
        List<Tried> tried = new ArrayList<>();
        tried.add(attempt(column, examples, new PropertyType.Phone()));
        home(column, examples)
                .ifPresent(
                        clean ->
                                tried.add(
                                        attempt(
                                                column,
                                                examples,
                                                new PropertyType.Phone(),
                                                clean)));
        return tried;
    }

    /// Where numbers without a country code are at home: where the record says, or where the
    /// others are from if they agree. A number read in a wrong country would be somebody else's.
    private Optional<Processor> home(String column, List<InputRecord> examples) {
        if (countryColumn.isPresent()) {
            return mostFrequent(
                            examples.stream()
                                    .flatMap(record -> values(record, countryColumn.get()).stream())
                                    .map(country -> country.toUpperCase(Locale.ROOT))
                                    .filter(country -> phones.formatOf(country).isPresent())
                                    .toList(),
                            0)
                    .flatMap(phones::formatOf)
                    .map(format -> new Processor.CleanPhone(format, countryColumn));
        }
        return mostFrequent(
                        examples.stream()
                                .flatMap(record -> values(record, column).stream())
                                .map(
                                        number ->
                                                number.startsWith("00")
                                                        ? "+" + number.substring(2)
                                                        : number)
                                .flatMap(number -> phones.regionOf(number).stream())
                                .toList(),
                        8)
                .flatMap(phones::formatOf)
                .map(format -> new Processor.CleanPhone(format, Optional.empty()));
    }

    private Optional<Tried> days(String column, List<InputRecord> examples) {
        return onlyReading(
                DAYS.stream()
                        .map(
                                pattern ->
                                        attempt(
                                                column,
                                                examples,
                                                new PropertyType.Date(),
                                                day(ISO_DAY, pattern)))
                        .toList());
    }

    private Optional<Tried> moments(String column, List<InputRecord> examples) {
        return onlyReading(
                DAYS.stream()
                        .map(
                                pattern ->
                                        attempt(
                                                column,
                                                examples,
                                                new PropertyType.DateTime(),
                                                day(pattern + " H:mm:ss", pattern + " H:mm")))
                        .toList());
    }

    private static Processor day(String... patterns) {
        return new Processor.DateFormat(List.of(patterns), Locale.ENGLISH, "UTC");
    }

    private Optional<Tried> numbers(
            String column, List<InputRecord> examples, List<String> values) {
        // With leading zeros they are codes: as numbers they would lose them.
        if (values.stream().anyMatch(ColumnGuesser::isCode)) {
            return Optional.empty();
        }
        return onlyReading(
                NUMBERS.stream()
                        .map(
                                format ->
                                        attempt(
                                                column,
                                                examples,
                                                new PropertyType.Decimal(),
                                                format))
                        .toList());
    }

    /// The best of some ways to read the same; none where two of the best read differently.
    private static Optional<Tried> onlyReading(List<Tried> ways) {
        Tried best = ways.stream().max(Comparator.comparingInt(Tried::fitting)).orElseThrow();
        boolean sure =
                ways.stream()
                        .filter(way -> way.fitting() == best.fitting())
                        .allMatch(way -> way.results().equals(best.results()));
        return sure
                ? ways.stream().filter(way -> way.fitting() == best.fitting()).findFirst()
                : Optional.empty();
    }

    private static Tried attempt(
            String column, List<InputRecord> examples, PropertyType type, Processor... cleaning) {
        List<Step> steps = Steps.of(List.of(cleaning));
        List<List<String>> results = new ArrayList<>(examples.size());
        int fitting = 0;
        for (InputRecord record : examples) {
            Findings findings = new Findings();
            List<String> values = values(record, column);
            for (Step step : steps) {
                values = step.apply(values, record, findings);
            }
            boolean fits =
                    !findings.hasBad()
                            && values.stream()
                                    .allMatch(
                                            value ->
                                                    type.normalise(value)
                                                            instanceof Reading.Accepted);
            fitting += fits ? 1 : 0;
            results.add(fits ? values : List.of());
        }
        return new Tried(type, List.of(cleaning), fitting, results);
    }

    /// @param results what became of each example; nothing where it did not fit
    private record Tried(
            PropertyType type, List<Processor> cleaning, int fitting, List<List<String>> results) {}

    private boolean namesCountries(String column) {
        List<String> values =
                records.stream().flatMap(record -> values(record, column).stream()).toList();
        return isNamed(column, COUNTRY)
                && !values.isEmpty()
                && values.stream().filter(value -> phones.formatOf(value).isPresent()).count() * 10
                        >= values.size() * 9L;
    }

    /// @param tenths how many in ten have to be the same
    private static Optional<String> mostFrequent(List<String> words, int tenths) {
        Map<String, Integer> counts = new HashMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .filter(most -> most.getValue() * 10L >= (long) words.size() * tenths)
                .map(Map.Entry::getKey);
    }

    private static List<String> values(InputRecord record, String column) {
        return record.values(column).stream()
                .map(Steps::trim)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /// Whether a word of the name begins with one of these; `birthDate`, `BIRTH-DATE` and
    /// `birth_date` have the same words.
    private static boolean isNamed(String column, List<String> beginnings) {
        boolean inWord = false;
        boolean lower = false;
        for (int i = 0; i < column.length(); i++) {
            char c = column.charAt(i);
            boolean begins =
                    Character.isLetter(c) && (!inWord || (lower && Character.isUpperCase(c)));
            int at = i;
            if (begins
                    && beginnings.stream()
                            .anyMatch(
                                    word ->
                                            column.regionMatches(
                                                    true, at, word, 0, word.length()))) {
                return true;
            }
            inWord = Character.isLetter(c);
            lower = Character.isLowerCase(c);
        }
        return false;
    }

    private static boolean isCode(String value) {
        return value.startsWith("+")
                || (value.length() > 1
                        && value.charAt(0) == '0'
                        && Character.isDigit(value.charAt(1)));
    }

    private static Map<String, String> yesNo(String yes, String no) {
        return Map.of(yes, "true", no, "false");
    }
}
