package io.connections.domain.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The page's palette for objectives. Red, amber and green stand for states there, so they are none
/// of it.
public enum ObjectiveColour {
    GREY,
    BLUE,
    INDIGO,
    VIOLET,
    GRAPE,
    PINK,
    CYAN,
    TEAL,
    LIME;

    /// As the API names it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The colour that the API names so.
    public static Optional<ObjectiveColour> of(String word) {
        return Arrays.stream(values()).filter(colour -> colour.word().equals(word)).findFirst();
    }
}
