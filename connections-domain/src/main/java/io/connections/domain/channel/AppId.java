package io.connections.domain.channel;

import io.connections.domain.kernel.Violation;
import java.util.Optional;

/// What a store calls an app: `com.example.shop`, `1234567890`. The same app can have the same id
/// in two stores.
///
/// @param value 1 to 200 letters from A to Z, digits, `.`, `_` and `-`
public record AppId(String value) {
    public static final int MAX_LENGTH = 200;

    public AppId {
        if (violation("", value).isPresent()) {
            throw new IllegalArgumentException("no id of an app: '%s'".formatted(value));
        }
    }

    /// What keeps the text from being an app's id.
    public static Optional<Violation> violation(String pointer, String text) {
        if (!text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(AppId::isSign)) {
            return Optional.empty();
        }
        return Optional.of(
                new Violation(
                        pointer,
                        text.isBlank() ? "required" : "not-an-id",
                        "Give the id that the app has in its store, such as com.example.shop: at"
                                + " most %d letters from A to Z, digits, dots, _ and -."
                                        .formatted(MAX_LENGTH)));
    }

    private static boolean isSign(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "._-".indexOf(c) >= 0;
    }
}
