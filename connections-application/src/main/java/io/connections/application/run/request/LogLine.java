package io.connections.application.run.request;

import java.time.Instant;

/// A line of a run's log, for people.
public record LogLine(Instant at, Level level, String message) {
    public enum Level {
        INFO,
        WARN,
        ERROR
    }
}
