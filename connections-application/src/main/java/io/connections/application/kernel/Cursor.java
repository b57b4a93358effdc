package io.connections.application.kernel;

import java.util.List;

/// A place in a list: the sort key of the last item seen. Only the store that made it can read it.
public record Cursor(List<String> key) {
    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor of(String... key) {
        return new Cursor(List.of(key));
    }
}
