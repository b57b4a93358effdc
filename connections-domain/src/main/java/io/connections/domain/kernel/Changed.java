package io.connections.domain.kernel;

import java.util.List;

/// A new value and what happened on the way to it.
public record Changed<T, E>(T value, List<E> events) {
    public Changed {
        events = List.copyOf(events);
    }
}
