package io.connections.adapters.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.connections.application.goal.port.TextTools.Compiled;
import io.connections.domain.goal.StepLimits;
import io.connections.domain.goal.TextPattern;
import java.util.Optional;

/// A pattern of RE2/J: linear in the text, so without look-around and back references.
record Re2Pattern(Pattern pattern) implements TextPattern {
    private static final int MAX_LENGTH = 1_000;

    /// RE2/J writes `(a{1000}){1000}` out, however much memory that takes.
    private static final int MAX_SIZE = 10_000;

    static Compiled<TextPattern> compile(String source) {
        if (source.isEmpty()) {
            return new Compiled.Faulty<>("Give a pattern.");
        }
        if (source.length() > MAX_LENGTH) {
            return new Compiled.Faulty<>("The pattern is longer than 1,000 characters.");
        }
        if (Repetitions.unfold(source) > MAX_SIZE) {
            return new Compiled.Faulty<>(
                    "The pattern repeats repetitions: unfolded it is longer than 10,000 signs.");
        }
        try {
            return new Compiled.Ready<>(new Re2Pattern(Pattern.compile(source)));
        } catch (PatternSyntaxException fault) {
            return new Compiled.Faulty<>(message(source, fault));
        }
    }

    /// RE2/J says which piece it cannot read, but never where that stands.
    private static String message(String source, PatternSyntaxException fault) {
        String piece = fault.getPattern();
        int at = piece == null || piece.isEmpty() ? -1 : source.indexOf(piece);
        return "The pattern cannot be read%s: %s."
                .formatted(
                        at < 0 ? "" : " at character %d (\"%s\")".formatted(at + 1, piece),
                        fault.getDescription());
    }

    @Override
    public String source() {
        return pattern.pattern();
    }

    @Override
    public boolean isFoundIn(String text) {
        return pattern.matcher(text).find();
    }

    @Override
    public String replaceAll(String text, String replacement) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder result = new StringBuilder();
        StringBuilder piece = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(piece, replacement);
            StepLimits.append(result, piece, 0, piece.length());
            piece.setLength(0);
        }
        matcher.appendTail(piece);
        StepLimits.append(result, piece, 0, piece.length());
        return result.toString();
    }

    @Override
    public Optional<String> faultOf(String replacement) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            if (c == '\\') {
                if (i + 1 == replacement.length()) {
                    return Optional.of(
                            "The replacement ends in a lone \\. Write \\\\ for a backslash.");
                }
                i++;
            } else if (c == '$') {
                int to = i + 1;
                int group = 0;
                while (to < replacement.length()
                        && isDigit(replacement.charAt(to))
                        && group < 1000) {
                    group = group * 10 + (replacement.charAt(to) - '0');
                    to++;
                }
                if (to == i + 1) {
                    return Optional.of(
                            "After $ the replacement needs the number of a group. Write \\$ for a"
                                    + " dollar sign.");
                }
                if (group > pattern.groupCount()) {
                    return Optional.of(
                            "The replacement names group $%d, but the pattern has %d."
                                    .formatted(group, pattern.groupCount()));
                }
                i = to - 1;
            }
        }
        return Optional.empty();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
