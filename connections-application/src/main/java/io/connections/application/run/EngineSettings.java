package io.connections.application.run;

import java.time.Duration;

/// How the engine works on this process.
///
/// @param chunkSize records per chunk and lane
/// @param chunkBytes what a lane's records may weigh in memory before a chunk is cut although it is
///     not full, so that memory does not grow with the length and the width of the records
/// @param lanes where the goal allows more than one; usually the number of cores
/// @param databasePatience how long an unreachable database is waited for
/// @param sourcePause the first pause after the other system's connection is lost; it doubles
/// @param sourceAttempts how often in a row one part is begun without getting any further
/// @param maxRejected rejected records that one run keeps; with more it fails
public record EngineSettings(
        int chunkSize,
        long chunkBytes,
        int lanes,
        Duration databasePatience,
        Duration sourcePause,
        int sourceAttempts,
        long maxRejected) {
    public static EngineSettings defaults() {
        return new EngineSettings(
                4_000,
                8 << 20,
                Math.max(1, Runtime.getRuntime().availableProcessors()),
                Duration.ofMinutes(5),
                Duration.ofSeconds(1),
                5,
                1_000_000);
    }
}
