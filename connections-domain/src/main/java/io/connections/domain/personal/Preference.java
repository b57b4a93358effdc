package io.connections.domain.personal;

import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.List;

/// How somebody likes one thing, such as the columns of a list.
///
/// @param key `connections.columns`
public record Preference(String key, List<String> values) {
    public static final int MOST_KEYS = 100;
    public static final int MOST_VALUES = 100;
    public static final int MAX_TEXT = 100;

    public Preference {
        values = List.copyOf(values);
    }

    /// What cannot be kept, pointed at in the request.
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        if (!Word.isOne(key)) {
            found.add(new Violation("/key", "not-a-word", "key is " + Word.RULE));
        }
        if (values.size() > MOST_VALUES) {
            found.add(
                    new Violation(
                            "/values", "too-many", "At most %d values.".formatted(MOST_VALUES)));
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).length() > MAX_TEXT) {
                found.add(
                        new Violation(
                                "/values/" + i,
                                "too-long",
                                "At most %d characters.".formatted(MAX_TEXT)));
            }
        }
        return found;
    }
}
