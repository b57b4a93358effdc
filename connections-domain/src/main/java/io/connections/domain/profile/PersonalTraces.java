package io.connections.domain.profile;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a person who is to be forgotten can be known by in a text that belongs to no profile.
///
/// An identifier of four letters or more names the person by itself, a shorter one only beside
/// another value of the person: a `7` stands in the records of many. Either has to be a whole word,
/// whatever its case: `ann@shop.example` is neither in `joann@shop.example` nor in
/// `ann@shop.example.org`.
public final class PersonalTraces {
    private static final int TELLING = 4;
    /// Letters of a word where it goes on behind them: `ann@shop` in `ann@shop.example`.
    private static final String INNER = ".-_+@'";

    private final List<String> telling;
    private final List<String> brief;
    private final List<String> others;

    /// @param identifiers of the person
    /// @param others all further values of the person
    public PersonalTraces(Set<String> identifiers, Set<String> others) {
        List<String> all = identifiers.stream().map(PersonalTraces::folded).distinct().toList();
        this.telling = all.stream().filter(each -> each.length() >= TELLING).toList();
        this.brief =
                all.stream().filter(each -> !each.isBlank() && each.length() < TELLING).toList();
        this.others =
                others.stream()
                        .map(PersonalTraces::folded)
                        .filter(each -> each.length() >= TELLING)
                        .distinct()
                        .toList();
    }

    /// Whether the text names the person.
    public boolean isIn(String text) {
        String folded = folded(text);
        return telling.stream().anyMatch(each -> isWord(each, folded))
                || (brief.stream().anyMatch(each -> isWord(each, folded))
                        && others.stream().anyMatch(each -> isWord(each, folded)));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isWord(String word, String text) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (!goesOn(text, at - 1, -1) && !goesOn(text, at + word.length(), 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean goesOn(String text, int at, int step) {
        return isLetter(text, at)
                || (at >= 0
                        && at < text.length()
                        && INNER.indexOf(text.charAt(at)) >= 0
                        && isLetter(text, at + step));
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
