package io.connections.domain.personal;

import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a view remembers, in the words of the list's own address: a filter may name what has been
/// deleted since, and is then the list's matter.
///
/// @param filters the chosen values, by the name of the filter
/// @param sort as the list takes it; empty: as the list likes
/// @param columns those shown, in their order; empty: as the list likes
public record ViewState(
        String search, Map<String, List<String>> filters, String sort, List<String> columns) {
    public static final int MAX_TEXT = 200;
    public static final int MOST_FILTERS = 20;
    public static final int MOST_VALUES = 50;
    public static final int MOST_COLUMNS = 50;

    /// Of everything together.
    public static final int MAX_SIZE = 8_000;

    public ViewState {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        filters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        filters = Map.copyOf(copy);
        columns = List.copyOf(columns);
    }

    List<Violation> violations(String pointer) {
        List<Violation> found = new ArrayList<>();
        tooLong(search, pointer + "/search", found);
        tooLong(sort, pointer + "/sort", found);
        tooMany(filters.size(), MOST_FILTERS, pointer + "/filters", found);
        filters.forEach(
                (name, values) -> {
                    String at = pointer + "/filters/" + escaped(name);
                    if (!Word.isOne(name)) {
                        found.add(new Violation(at, "not-a-word", "A filter is " + Word.RULE));
                    }
                    tooMany(values.size(), MOST_VALUES, at, found);
                    values.forEach(value -> tooLong(value, at, found));
                });
        tooMany(columns.size(), MOST_COLUMNS, pointer + "/columns", found);
        for (int i = 0; i < columns.size(); i++) {
            if (!Word.isOne(columns.get(i))) {
                found.add(
                        new Violation(
                                pointer + "/columns/" + i,
                                "not-a-word",
                                "A column is " + Word.RULE));
            }
        }
        if (size() > MAX_SIZE) {
            found.add(
                    new Violation(
                            pointer,
                            "too-long",
                            "A view remembers at most %,d characters.".formatted(MAX_SIZE)));
        }
        return found;
    }

    private long size() {
        return search.length()
                + sort.length()
                + filters.values().stream().flatMap(List::stream).mapToLong(String::length).sum();
    }

    private static void tooLong(String text, String pointer, List<Violation> found) {
        if (text.length() > MAX_TEXT) {
            found.add(
                    new Violation(
                            pointer, "too-long", "At most %d characters.".formatted(MAX_TEXT)));
        }
    }

    private static void tooMany(int count, int most, String pointer, List<Violation> found) {
        if (count > most) {
            found.add(new Violation(pointer, "too-many", "At most %d.".formatted(most)));
        }
    }

    private static String escaped(String text) {
        return text.replace("~", "~0").replace("/", "~1");
    }
}
