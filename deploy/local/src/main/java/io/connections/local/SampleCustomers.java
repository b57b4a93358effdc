package io.connections.local;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Customers of a shop as such a file really looks: accents, quotes, line breaks within a
/// field, the same customer twice, values missing or malformed. The same seed writes the same
/// bytes; nobody in it exists.
final class SampleCustomers {
    static final String HEADER =
            "customer_id,email,first_name,last_name,phone,birth_date,address,country,"
                    + "loyalty_points,last_purchase_at";

    private static final long SEED = 20_260_131;
    private static final String END = "\r\n";
    private static final LocalDate OLDEST = LocalDate.of(1936, 1, 1);
    private static final LocalDateTime FIRST_PURCHASE = LocalDateTime.of(2024, 1, 1, 8, 0);
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final DateTimeFormatter SPACED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final List<String> FIRST_NAMES =
            List.of(
                    "Zoë",
                    "José",
                    "Anna",
                    "Łukasz",
                    "Müjde",
                    "François",
                    "Søren",
                    "Ingrid",
                    "Noah",
                    "Chloé",
                    "Björn",
                    "Mária",
                    "Jan-Willem",
                    "Siobhán",
                    "Emma",
                    "Raúl",
                    "Aoife",
                    "Lars",
                    "Inês",
                    "Tomáš",
                    "Fatima",
                    "Jürgen",
                    "Élodie",
                    "Giulia",
                    "Sven");
    private static final List<String> LAST_NAMES =
            List.of(
                    "García López",
                    "de Vries",
                    "Müller",
                    "O'Brien",
                    "Nowak",
                    "Dvořák",
                    "Lindström",
                    "van den Berg",
                    "Rossi",
                    "Núñez",
                    "Schäfer",
                    "D'Angelo",
                    "Lefèvre",
                    "Jansen",
                    "Kowalczyk",
                    "Sørensen",
                    "Ferreira",
                    "Bianchi",
                    "Ó Súilleabháin",
                    "Weiß",
                    "Andersson",
                    "Dubois",
                    "Bakker",
                    "Horváth",
                    "Fitzgerald-Smith");
    private static final List<String> DOMAINS =
            List.of("example.com", "example.org", "example.net", "mail.example");

    /// A country with what its addresses and phones look like.
    ///
    /// @param digits how many follow its mobile prefix
    private record Country(
            String code,
            String street,
            String city,
            String national,
            String international,
            int digits) {}

    private static final List<Country> COUNTRIES =
            List.of(
                    new Country("NL", "Prinsengracht", "1016 HX Amsterdam", "06-", "+31 6 ", 8),
                    new Country("DE", "Königstraße", "70173 Stuttgart", "0151 ", "+49 151 ", 8),
                    new Country("FR", "Rue de l'Église", "69002 Lyon", "06 ", "+33 6 ", 8),
                    new Country("ES", "Calle Mayor", "28013 Madrid", "6", "+34 6", 8),
                    new Country("PL", "ul. Długa", "31-147 Kraków", "50", "+48 50", 7),
                    new Country("BE", "Grote Markt", "2000 Antwerpen", "0470 ", "+32 470 ", 6));

    private final Writer out;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final StringBuilder line = new StringBuilder(256);

    private SampleCustomers(Writer out) {
        this.out = out;
    }

    /// Writes a header and exactly so many records; memory does not grow with their number.
    static void write(int records, Writer out) throws IOException {
        var customers = new SampleCustomers(out);
        out.write(HEADER + END);
        for (var number = 1; number <= records; number++) {
            customers.record(number);
        }
        out.flush();
    }

    private void record(int number) throws IOException {
        var again = number > 1 && chance(150);
        var customer = again ? 1 + random.nextInt(number - 1) : number;
        var person = new SplittableRandom(SEED ^ (customer * 0x9E3779B97F4A7C15L));
        var first = FIRST_NAMES.get(person.nextInt(FIRST_NAMES.size()));
        var last = LAST_NAMES.get(person.nextInt(LAST_NAMES.size()));
        var country = COUNTRIES.get(person.nextInt(COUNTRIES.size()));
        line.setLength(0);
        field(chance(5) ? "" : "C%08d".formatted(customer));
        field(email(first, last, customer));
        field(chance(40) ? first + " \"" + first.charAt(0) + ".\"" : padded(first));
        field(chance(100) ? last.toUpperCase(Locale.ROOT) : last);
        field(phone(country));
        field(birthDate(person));
        field(address(country, person));
        if (!chance(3)) { // else the line is a field short
            field(chance(100) ? country.code().toLowerCase(Locale.ROOT) : country.code());
        }
        field(points());
        field(lastPurchase());
        if (chance(3)) {
            field("moved here from the old till");
        }
        line.setLength(line.length() - 1);
        out.append(line).append(END);
    }

    private String email(String first, String last, int customer) {
        if (chance(200)) {
            return "";
        }
        var name = (plain(first) + "." + plain(last)).toLowerCase(Locale.ROOT);
        var domain = DOMAINS.get(customer % DOMAINS.size());
        if (chance(20)) {
            return name + customer + ".at." + domain;
        }
        var address = name + customer + "@" + domain;
        return chance(300) ? " " + address.toUpperCase(Locale.ROOT) : address;
    }

    private String phone(Country country) {
        if (chance(800)) {
            return "";
        }
        if (chance(50)) {
            return "unknown";
        }
        var digits =
                Integer.toString(10_000_000 + random.nextInt(89_999_999))
                        .substring(0, country.digits());
        return (chance(4000) ? country.national() : country.international()) + digits;
    }

    private String birthDate(SplittableRandom person) {
        var day = OLDEST.plusDays(person.nextInt(26_000));
        if (chance(400)) {
            return "";
        }
        if (chance(15)) {
            return chance(5000) ? "%d-02-31".formatted(day.getYear()) : "n/a";
        }
        return chance(2500) ? DAY_FIRST.format(day) : day.toString();
    }

    private String address(Country country, SplittableRandom person) {
        var street = country.street() + " " + (1 + person.nextInt(240));
        return street + (chance(500) ? "\n" : ", ") + country.city();
    }

    private String points() {
        if (chance(600)) {
            return "";
        }
        return chance(10) ? "many" : Integer.toString(random.nextInt(25_000));
    }

    private String lastPurchase() {
        if (chance(1200)) {
            return "";
        }
        var at = FIRST_PURCHASE.plusSeconds(random.nextInt(74_000_000));
        return chance(300) ? SPACED.format(at) : at.toInstant(ZoneOffset.UTC).toString();
    }

    private String padded(String text) {
        return chance(100) ? " " + text + " " : text;
    }

    private void field(String value) {
        if (value.contains("\"") || value.contains(",") || value.contains("\n")) {
            line.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            line.append(value);
        }
        line.append(',');
    }

    /// True so many times in ten thousand.
    private boolean chance(int inTenThousand) {
        return random.nextInt(10_000) < inTenThousand;
    }

    private static String plain(String name) {
        var letters =
                Normalizer.normalize(name, Normalizer.Form.NFD).replace("ł", "l").replace("Ł", "L");
        var text = new StringBuilder(letters.length());
        letters.chars()
                .filter(c -> c < 128 && Character.isLetter(c))
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
