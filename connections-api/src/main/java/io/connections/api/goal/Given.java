package io.connections.api.goal;

import io.connections.application.kernel.RequestInvalid;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the simple values of a request. What is missing or wrong is noted with its place, and a
/// stand-in returned, so that a person hears of all places at once.
final class Given {
    private final List<Violation> violations = new ArrayList<>();

    void wrong(String at, String code, String message) {
        violations.add(new Violation(at, code, message));
    }

    void wrong(Violation violation) {
        violations.add(violation);
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    /// Fails with [RequestInvalid] that names every place, so that no stand-in goes any further.
    void refuseWhatIsWrong() {
        if (!violations.isEmpty()) {
            throw new RequestInvalid(violations);
        }
    }

    Locale locale(@Nullable String tag, String at, Locale otherwise) {
        if (tag == null || tag.isEmpty()) {
            return otherwise;
        }
        Locale locale = Locale.forLanguageTag(tag);
        if (locale.getLanguage().isEmpty()) {
            wrong(
                    at,
                    "not-an-option",
                    "'%s' is no language tag such as nl or de-CH.".formatted(tag));
            return otherwise;
        }
        return locale;
    }

    List<String> list(@Nullable List<String> values, String at, String what) {
        if (values == null || values.isEmpty() || values.stream().anyMatch(Objects::isNull)) {
            needed(at, what);
            return List.of();
        }
        return values;
    }

    Optional<Character> optionalCharacter(@Nullable String text, String at, String what) {
        return text == null || text.isEmpty() ? Optional.empty() : character(text, at, what);
    }

    Optional<Character> character(@Nullable String text, String at, String what) {
        if (text == null || text.isEmpty()) {
            needed(at, what);
            return Optional.empty();
        }
        if (text.length() != 1) {
            wrong(at, "too-long", what + " is one character.");
            return Optional.empty();
        }
        return Optional.of(text.charAt(0));
    }

    String text(@Nullable String text, String at, String what, int max) {
        if (text == null) {
            needed(at, what);
            return "";
        }
        return limited(text, at, max);
    }

    String orEmpty(@Nullable String text, String at, int max) {
        return text == null ? "" : limited(text, at, max);
    }

    private String limited(String text, String at, int max) {
        if (text.length() > max) {
            wrong(at, "too-long", "This has at most %d characters.".formatted(max));
        }
        return text;
    }

    void needed(String at, String what) {
        wrong(at, "required", what + " is needed.");
    }
}
