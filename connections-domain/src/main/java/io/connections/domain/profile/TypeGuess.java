package io.connections.domain.profile;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Guesses types from example values, with care: a type too narrow rejects records later, text
/// never does.
final class TypeGuess {
    /// Narrow to wide: the first that takes all examples is the guess.
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
        List<String> values = examples.stream().filter(value -> !value.isBlank()).toList();
        if (!values.isEmpty()) {
            for (PropertyType candidate : CANDIDATES) {
                if (values.stream().allMatch(value -> looksLike(candidate, value.strip()))) {
                    return candidate;
                }
            }
        }
        return new PropertyType.Text();
    }

    private static boolean looksLike(PropertyType type, String value) {
        if (!(type.normalise(value) instanceof Reading.Accepted)) {
            return false;
        }
        return switch (type) {
            // 1 and 0 are more often numbers, "on" and "y" more often words.
            case PropertyType.YesNo _ ->
                    List.of("true", "false", "yes", "no").contains(value.toLowerCase(Locale.ROOT));
            case PropertyType.WholeNumber _, PropertyType.Decimal _ -> !looksLikeCode(value);
            case PropertyType.Date _ -> value.length() == "2026-11-23".length();
            default -> true;
        };
    }

    private static boolean looksLikeCode(String value) {
        return value.startsWith("+")
                || (value.length() > 1 && value.charAt(0) == '0' && value.charAt(1) != '.');
    }
}
