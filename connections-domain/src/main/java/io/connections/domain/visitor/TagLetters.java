package io.connections.domain.visitor;

/// The letters of ids that the tag makes: those of base64url.
final class TagLetters {
    private TagLetters() {}

    static boolean spell(String text) {
        return text.chars().allMatch(TagLetters::isOne);
    }

    private static boolean isOne(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_';
    }
}
