package io.connections.adapters.connector.file;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The operator's limits.
final class FileLimitsProducer {
    @Produces
    @Singleton
    FileLimits limits(
            @ConfigProperty(name = "connections.files.max-record-bytes", defaultValue = "1048576")
                    int recordBytes,
            @ConfigProperty(name = "connections.files.max-columns", defaultValue = "2000")
                    int columns,
            @ConfigProperty(
                            name = "connections.files.max-unpacked-bytes",
                            defaultValue = "200000000000")
                    long unpackedBytes,
            @ConfigProperty(name = "connections.files.max-unpacked-ratio", defaultValue = "200")
                    int unpackedRatio,
            @ConfigProperty(
                            name = "connections.files.unpacked-ratio-from-bytes",
                            defaultValue = "10000000")
                    long ratioFromBytes) {
        return new FileLimits(recordBytes, columns, unpackedBytes, unpackedRatio, ratioFromBytes);
    }
}
