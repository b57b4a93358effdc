package io.connections.domain.label;

import io.connections.domain.kernel.Violation;
import io.connections.domain.kernel.VisibleText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// What a label is called: 1 to 60 characters on one line, without a comma, because a comma ends
/// a label where several are typed. What looks the same is written the same: composed characters,
/// single spaces, nothing invisible.
public record LabelName(String value) {
    public static final int MAX_LENGTH = 60;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    public LabelName {
        if (!value.equals(tidy(value)) || violation("", value).isPresent()) {
            throw new IllegalArgumentException("no name of a label: '%s'".formatted(value));
        }
    }

    /// @param text as a person typed it, free of [#violation]
    public static LabelName of(String text) {
        return new LabelName(tidy(text));
    }

    /// What keeps the text from being a label's name.
    public static Optional<Violation> violation(String pointer, String text) {
        // Not worth tidying, whatever that would leave of it.
        if (text.length() > MAX_LENGTH * 100) {
            return Optional.of(tooLong(pointer));
        }
        String name = tidy(text);
        if (VisibleText.showsNothing(name)) {
            return Optional.of(new Violation(pointer, "required", "Give the label a name."));
        }
        if (name.codePointCount(0, name.length()) > MAX_LENGTH) {
            return Optional.of(tooLong(pointer));
        }
        if (name.indexOf(',') >= 0) {
            return Optional.of(
                    new Violation(
                            pointer,
                            "comma",
                            "A label has no comma: it separates one label from the next."));
        }
        if (VisibleText.leavesTheLine(name)) {
            return Optional.of(
                    new Violation(
                            pointer, "control-character", "A label has no control characters."));
        }
        return Optional.empty();
    }

    private static Violation tooLong(String pointer) {
        return new Violation(
                pointer, "too-long", "A label has at most %d characters.".formatted(MAX_LENGTH));
    }

    /// Two names with one key are the same label: upper and lower case alike.
    public String key() {
        return key(value);
    }

    /// The key of the name, or part of one, that a person typed.
    public static String key(String text) {
        return Normalizer.normalize(tidy(text).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        boolean space = false;
        for (int c : Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
            if (VisibleText.isSpace(c)) {
                space = true;
            } else if (!isDropped(c)) {
                if (space && !tidy.isEmpty()) {
                    tidy.append(' ');
                }
                space = false;
                tidy.appendCodePoint(c);
            }
        }
        return Normalizer.normalize(tidy, Normalizer.Form.NFC);
    }

    /// Format characters show nothing, and some turn the text beside them around. What joins
    /// letters and emoji, and what makes regions' flags, does show.
    private static boolean isDropped(int c) {
        return Character.getType(c) == Character.FORMAT && !joins(c);
    }

    private static boolean joins(int c) {
        return c == ZERO_WIDTH_JOINER
                || c == ZERO_WIDTH_NON_JOINER
                || (c >= FIRST_TAG && c <= LAST_TAG);
    }
}
