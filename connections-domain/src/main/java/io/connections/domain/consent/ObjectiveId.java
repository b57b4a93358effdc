package io.connections.domain.consent;

import io.connections.domain.kernel.Violation;
import java.util.Optional;

/// What names an objective, for good: consent that comes from elsewhere names it so.
///
/// @param value 1 to 60 letters from A to Z, digits, `_` and `-`, a letter first. Upper and lower
///     case differ, as they do where such ids come from (`Google_Ads_Consent`)
public record ObjectiveId(String value) {
    public static final int MAX_LENGTH = 60;

    public ObjectiveId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("no id of an objective: '%s'".formatted(value));
        }
    }

    /// The id that the text is; empty where no objective can be named so.
    public static Optional<ObjectiveId> of(String text) {
        return isOne(text) ? Optional.of(new ObjectiveId(text)) : Optional.empty();
    }

    /// What keeps the text from being an objective's id.
    public static Optional<Violation> violation(String pointer, String text) {
        if (isOne(text)) {
            return Optional.empty();
        }
        return Optional.of(
                new Violation(
                        pointer,
                        text.isEmpty() ? "required" : "not-an-id",
                        "An objective's id has 1 to %d letters from A to Z, digits, _ and -, a letter first."
                                .formatted(MAX_LENGTH)));
    }

    private static boolean isOne(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && isLetter(text.charAt(0))
                && text.chars()
                        .allMatch(
                                c -> isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-');
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
