package io.connections.domain.profile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Lists of values by the number of their property.
final class PropertyValues {
    private PropertyValues() {}

    /// Ordered by number and unmodifiable; properties without values are left out.
    static Map<Integer, List<String>> copy(Map<Integer, List<String>> values) {
        Map<Integer, List<String>> copy = new TreeMap<>();
        values.forEach(
                (property, list) -> {
                    if (!list.isEmpty()) {
                        copy.put(property, List.copyOf(list));
                    }
                });
        return Collections.unmodifiableMap(copy);
    }
}
