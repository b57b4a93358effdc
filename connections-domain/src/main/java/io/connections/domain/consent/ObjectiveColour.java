package io.connections.domain.consent;

import java.util.Locale;

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

    /// As people call it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
