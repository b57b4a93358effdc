package io.connections.adapters.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Files of made-up customers, about 150 bytes a line; the same seed makes the same file.
public final class Customers {
    private static final String[] FIRST = {
        "Anna", "José", "Mia", "Łukasz", "Zoë", "Noah", "Emma", "Lars", "Aïcha", "Tomás"
    };
    private static final String[] LAST = {
        "de Vries", "Müller", "Jansen", "García", "O'Brien", "Søndergård", "Nowak", "Rossi"
    };
    private static final String[] CITIES = {
        "Amsterdam", "Köln", "'s-Hertogenbosch", "São Paulo", "Kraków", "Antwerpen", "Málaga"
    };
    private static final String[] COUNTRIES = {"NL", "DE", "PL", "ES", "BE", "BR"};

    private Customers() {}

    /// What differs from a file of as many customers each once, undamaged.
    ///
    /// @param repeatEvery every so many lines one repeats the customer of a few lines before
    /// @param brokenEvery every so many lines one has a birthday that is none
    /// @param changed of so many customers in a hundred the street differs
    public record Shape(int repeatEvery, int brokenEvery, int changed) {
        public static final Shape PLAIN = new Shape(0, 0, 0);
    }

    public static void write(Path file, int rows, long seed, Shape shape) {
        Random random = new Random(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", CustomerImport.FIELDS));
            out.write('\n');
            for (int row = 1; row <= rows; row++) {
                boolean repeat = shape.repeatEvery() > 0 && row % shape.repeatEvery() == 0;
                int customer = repeat ? row - 3 : row;
                boolean broken = shape.brokenEvery() > 0 && row % shape.brokenEvery() == 0;
                line(out, customer, random, broken, row % 100 < shape.changed());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(
            BufferedWriter out, int customer, Random random, boolean broken, boolean changed)
            throws IOException {
        String first = pick(FIRST, random);
        String last = pick(LAST, random);
        int house = random.nextInt(400) + 1;
        String birthday =
                (1940 + random.nextInt(65))
                        + "-"
                        + padded(1 + random.nextInt(12), 2)
                        + "-"
                        + padded(1 + random.nextInt(28), 2);
        out.write("C-" + padded(customer, 9) + ",");
        out.write("customer." + customer + "@shop-" + customer % 97 + ".example,");
        out.write(first + "," + last + ",");
        out.write("\"Lange Laan " + house + (changed ? " bis" : "") + ", 2e etage\",");
        out.write(pick(CITIES, random) + "," + pick(COUNTRIES, random) + ",");
        out.write((broken ? "31 February" : birthday) + ",");
        out.write(random.nextInt(5000) + "," + random.nextBoolean() + "\n");
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    /// Not by a format: there are millions of lines.
    private static String padded(int number, int digits) {
        String written = Integer.toString(number);
        return "0".repeat(digits - written.length()) + written;
    }
}
