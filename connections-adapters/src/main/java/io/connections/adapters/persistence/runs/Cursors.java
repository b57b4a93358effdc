package io.connections.adapters.persistence.runs;

import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.RequestInvalid;
import java.util.UUID;

/// Places in lists of runs, as they come back from a caller.
final class Cursors {
    private Cursors() {}

    static long number(Cursor cursor, int place) {
        try {
            return Long.parseLong(cursor.key().get(place));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw RequestInvalid.cursor();
        }
    }

    static UUID id(Cursor cursor) {
        try {
            return UUID.fromString(cursor.key().getFirst());
        } catch (IllegalArgumentException e) {
            throw RequestInvalid.cursor();
        }
    }
}
