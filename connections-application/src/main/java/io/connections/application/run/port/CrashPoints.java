package io.connections.application.run.port;

/// Named places at which a test may halt the process. In production nothing happens at them.
public interface CrashPoints {
    CrashPoints NONE = _ -> {};

    void reached(Point point);

    enum Point {
        BEFORE_COPY,
        BEFORE_COMMIT,
        AFTER_COMMIT,
        AFTER_LAST_CHUNK,
        BEFORE_RENAME
    }
}
