package io.connections.domain.personal;

/// A name that programs give to things.
final class Word {
    static final String RULE =
            "1 to 60 characters: letters, digits, '.' and '-', beginning with a letter.";
    private static final int MAX_LENGTH = 60;

    private Word() {}

    static boolean isOne(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && isLetter(text.charAt(0))
                && text.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '.' || c == '-');
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
