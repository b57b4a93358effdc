package io.connections.domain.channel;

import io.connections.domain.goal.TextPattern;
import java.util.Optional;

/// In what of a page a rule looks for its text or pattern: in path and query, and in the path by
/// itself, so that `/contact.html` is also meant where somebody came with `?utm_source=mail`.
///
/// @param path the whole, where there is no query
record Sights(String whole, String path) {
    static Sights of(PageAddress page) {
        String whole = page.pathAndQuery();
        int query = whole.indexOf('?');
        return new Sights(whole, query == -1 ? whole : whole.substring(0, query));
    }

    /// What the path starts with or contains, the whole does too.
    boolean have(Comparison comparison, String text) {
        if (comparison.isToTheEnd()) {
            return comparison.isFromTheStart()
                    ? whole.equals(text) || path.equals(text)
                    : whole.endsWith(text) || path.endsWith(text);
        }
        return comparison.isFromTheStart() ? whole.startsWith(text) : whole.contains(text);
    }

    /// A pattern costs more, so the same text is not searched twice.
    boolean have(TextPattern pattern) {
        return pattern.isFoundIn(whole)
                || (path.length() < whole.length() && pattern.isFoundIn(path));
    }

    /// The first in which the condition finds what it looks for.
    Optional<String> first(Condition condition) {
        if (condition.holdsFor(new Sights(whole, whole))) {
            return Optional.of(whole);
        }
        return condition.holdsFor(this) ? Optional.of(path) : Optional.empty();
    }
}
