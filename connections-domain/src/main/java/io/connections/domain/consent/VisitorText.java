package io.connections.domain.consent;

import io.connections.domain.kernel.Violation;
import io.connections.domain.kernel.VisibleText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What visitors are shown when they are asked for consent. What they were shown is part of what
/// they consented to, so consent refers to it by its fingerprint.
///
/// @param title on one line; empty: the objective's name is shown
/// @param text of several lines maybe; empty: there is nothing to explain, or another system shows
///     it
public record VisitorText(String title, String text) {
    public static final VisitorText NONE = new VisitorText("", "");
    public static final int MAX_TITLE = 200;
    public static final int MAX_TEXT = 5_000;

    /// The same text however a form or a system ends its lines.
    public VisitorText {
        title = title.strip();
        text = text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /// SHA-256 of title, an end of line and text in UTF-8, as 64 lower-case hexadecimal digits:
    /// whoever has both can tell that they were shown.
    public String fingerprint() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            (title + "\n" + text)
                                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What keeps it from being shown.
    public List<Violation> violations(String titlePointer, String textPointer) {
        List<Violation> found = new ArrayList<>();
        if (VisibleText.leavesTheLine(title)) {
            found.add(
                    new Violation(
                            titlePointer,
                            "control-character",
                            "A title stands on one line, without control characters such as tabs."));
        }
        if (title.length() > MAX_TITLE) {
            found.add(tooLong(titlePointer, "A title", MAX_TITLE));
        }
        if (text.chars().anyMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c))) {
            found.add(
                    new Violation(
                            textPointer,
                            "control-character",
                            "The text has no control characters but tabs and ends of lines."));
        }
        if (text.length() > MAX_TEXT) {
            found.add(tooLong(textPointer, "The text", MAX_TEXT));
        }
        return found;
    }

    private static Violation tooLong(String pointer, String what, int most) {
        return new Violation(
                pointer, "too-long", "%s has at most %,d characters.".formatted(what, most));
    }
}
