package io.connections.application.kernel;

import java.util.Optional;

/// Which page of a list is wanted.
///
/// @param limit 1 to 200
public record PageRequest(Optional<Cursor> after, int limit) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public static PageRequest first() {
        return new PageRequest(Optional.empty(), DEFAULT_LIMIT);
    }
}
