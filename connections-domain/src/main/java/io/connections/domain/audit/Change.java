package io.connections.domain.audit;

import java.util.Optional;

/// One thing that is not as it was, in words for a person.
public sealed interface Change {
    int MAX_TEXT = 1000;

    /// What changed, as the page calls it: `Name`, `Host`, `Goal 'Customers'`.
    String what();

    /// @param before absent: there was nothing
    /// @param after absent: there is nothing any more
    record Shown(String what, Optional<String> before, Optional<String> after) implements Change {
        public Shown {
            what = shortened(what);
            before = before.filter(text -> !text.isEmpty()).map(Change::shortened);
            after = after.filter(text -> !text.isEmpty()).map(Change::shortened);
        }
    }

    /// A secret was set, replaced or removed: more than that is nobody's to read.
    record OfSecret(String what) implements Change {
        public OfSecret {
            what = shortened(what);
        }
    }

    /// @param before empty: there was nothing
    /// @param after empty: there is nothing any more
    static Change of(String what, String before, String after) {
        return new Shown(what, Optional.of(before), Optional.of(after));
    }

    static Change ofSecret(String what) {
        return new OfSecret(what);
    }

    /// Long texts are cut: an event says what happened and is no copy of it.
    private static String shortened(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = MAX_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }
}
