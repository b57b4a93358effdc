package io.connections.application.run.port;

/// The database cannot hold something in this chunk. Nothing was written; repeating does not help.
public final class ChunkRefused extends Exception {
    public ChunkRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
