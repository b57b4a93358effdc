package io.connections.application.run.request;

import java.util.Optional;

/// A record that could not be used.
///
/// @param number counts from 1 within its file
/// @param line of the file, from 1
/// @param reason a stable code in kebab case
/// @param raw the text as it stands in the file, at most 64 KiB of it
public record RejectedRecord(
        long number, long line, Optional<String> file, String reason, String message, String raw) {}
