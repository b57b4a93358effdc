package io.connections.application.run.port;

/// Somebody else changed what the chunk was decided on. Nothing was written; look up and decide
/// again.
public final class ChunkConflict extends Exception {
    public ChunkConflict(String message) {
        super(message, null, false, false);
    }
}
