package io.connections.domain.profile;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Guesses types from example values, with care: a type too narrow rejects records later, text
/// never does. Yet files are dirty: one value in ten may be none of its type, and is what a run
/// should reject.
final class TypeGuess {
    /// Narrow to wide: of those that take nine in ten examples, the first that takes most is the
    /// guess.
    private static final List<PropertyType> CANDIDATES =
            List.of(
                    new PropertyType.YesNo(),
                    new PropertyType.WholeNumber(),
                    new PropertyType.Decimal(),
                    new PropertyType.Date(),
                    new PropertyType.DateTime(),
                    new PropertyType.Email(),
                    new PropertyType.Phone());

    private TypeGuess() {}

    static PropertyType of(Collection<String> examples) {
        List<String> values =
                examples.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
        PropertyType best = new PropertyType.Text();
        long most = 0;
        for (PropertyType candidate : CANDIDATES) {
            long fitting = fitting(candidate, values);
            if (fitting > most && fitting * 10 >= values.size() * 9L) {
                best = candidate;
                most = fitting;
            }
        }
        return best;
    }

    private static long fitting(PropertyType type, List<String> values) {
        boolean number =
                type instanceof PropertyType.WholeNumber || type instanceof PropertyType.Decimal;
        // One code among numbers makes them codes all: as numbers they would lose their zeros.
        if (number && values.stream().anyMatch(value -> takes(type, value) && isCode(value))) {
            return 0;
        }
        return values.stream().filter(value -> looksLike(type, value)).count();
    }

    private static boolean takes(PropertyType type, String value) {
        return type.normalise(value) instanceof Reading.Accepted;
    }

    private static boolean looksLike(PropertyType type, String value) {
        if (!takes(type, value)) {
            return false;
        }
        return switch (type) {
            // 1 and 0 are more often numbers, "on" and "y" more often words.
            case PropertyType.YesNo _ ->
                    List.of("true", "false", "yes", "no").contains(value.toLowerCase(Locale.ROOT));
            case PropertyType.Date _ -> value.length() == "2026-11-23".length();
            default -> true;
        };
    }

    private static boolean isCode(String value) {
        return value.startsWith("+")
                || (value.length() > 1 && value.charAt(0) == '0' && value.charAt(1) != '.');
    }
}
