package io.connections.domain.kernel;

/// What of a text a person can see.
public final class VisibleText {
    private static final int NEXT_LINE = 0x85;

    private VisibleText() {}

    /// Of any width, no-break ones and ends of lines among them.
    public static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || codePoint == NEXT_LINE;
    }

    /// Whether there is nothing but spaces, and characters that only turn or join others.
    public static boolean showsNothing(String text) {
        return text.codePoints()
                .allMatch(c -> isSpace(c) || Character.getType(c) == Character.FORMAT);
    }
}
