package io.connections.application.run.request;

import io.connections.domain.goal.MappedRecord.Place;
import java.util.Optional;

/// A record that could not be used.
///
/// @param number counts from 1 within its file
/// @param line of the file, from 1
/// @param reason a stable code in kebab case
/// @param raw the text as it stands in the file, at most 64 KiB: what is longer ends with
///     `InputRecord.CUT_OFF` and cannot be replayed
public record RejectedRecord(
        long number,
        long line,
        Optional<String> file,
        String reason,
        String message,
        Place place,
        String raw) {
    /// The whole record is to blame.
    public RejectedRecord(
            long number,
            long line,
            Optional<String> file,
            String reason,
            String message,
            String raw) {
        this(number, line, file, reason, message, Place.NONE, raw);
    }
}
