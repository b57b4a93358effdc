package io.connections.adapters.persistence.visitor;

import io.connections.application.visitor.CollectingSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The operator's settings of what the tag is answered by.
final class VisitorProducer {
    @Produces
    @Singleton
    CollectingSettings settings(
            @ConfigProperty(name = "connections.collect.known-for", defaultValue = "2s")
                    Duration knownFor) {
        return new CollectingSettings(knownFor);
    }
}
