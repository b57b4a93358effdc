package io.connections.adapters.scheduler;

import io.connections.application.run.EngineSettings;
import io.connections.application.run.port.CrashPoints;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The operator's settings of the run engine.
final class EngineProducer {
    @Produces
    @Singleton
    EngineSettings settings(
            @ConfigProperty(name = "connections.run.chunk-size", defaultValue = "4000")
                    int chunkSize,
            @ConfigProperty(name = "connections.run.chunk-bytes", defaultValue = "8388608")
                    long chunkBytes,
            @ConfigProperty(name = "connections.run.lanes", defaultValue = "0") int lanes,
            @ConfigProperty(name = "connections.run.database-patience", defaultValue = "5m")
                    Duration databasePatience,
            @ConfigProperty(name = "connections.run.source-pause", defaultValue = "1s")
                    Duration sourcePause,
            @ConfigProperty(name = "connections.run.source-attempts", defaultValue = "5")
                    int sourceAttempts,
            @ConfigProperty(name = "connections.run.max-rejected", defaultValue = "1000000")
                    long maxRejected) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new EngineSettings(
                chunkSize,
                chunkBytes,
                lanes == 0 ? cores : lanes,
                databasePatience,
                sourcePause,
                sourceAttempts,
                maxRejected);
    }

    @Produces
    @Singleton
    CrashPoints crashPoints() {
        return HaltingCrashPoints.fromSystemProperty();
    }
}
