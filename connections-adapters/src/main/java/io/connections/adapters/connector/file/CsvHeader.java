package io.connections.adapters.connector.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields' names in their order.
final class CsvHeader {
    private final List<String> names;
    private final Map<String, Integer> places;

    CsvHeader(List<String> names) {
        this.names = List.copyOf(names);
        this.places = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
    }

    List<String> names() {
        return names;
    }

    int width() {
        return names.size();
    }

    Optional<Integer> place(String name) {
        return Optional.ofNullable(places.get(name));
    }
}
