package io.connections.domain.kernel;

/// What of a text a person can see.
public final class VisibleText {
    private static final int NEXT_LINE = 0x85;

    /// Of Hangul, Khmer and Braille, and the joiner of graphemes.
    private static final String FILLERS = "\u115F\u1160\u3164\uFFA0\u17B4\u17B5\u2800\u034F";

    private VisibleText() {}

    /// Of any width, no-break ones and ends of lines among them.
    public static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || codePoint == NEXT_LINE;
    }

    /// Whether there is nothing but spaces, characters that only turn, join or vary others, and
    /// those that fill the place of a letter without showing one.
    public static boolean showsNothing(String text) {
        return text.codePoints()
                .allMatch(
                        c ->
                                isSpace(c)
                                        || Character.isISOControl(c)
                                        || Character.getType(c) == Character.FORMAT
                                        || FILLERS.indexOf(c) >= 0
                                        || isVariation(c));
    }

    private static boolean isVariation(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0x180B && codePoint <= 0x180F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    /// Whether some character is none of a line: control characters, tabs and ends of lines.
    public static boolean leavesTheLine(String text) {
        return text.codePoints()
                .anyMatch(
                        c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.LINE_SEPARATOR
                                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
    }
}
