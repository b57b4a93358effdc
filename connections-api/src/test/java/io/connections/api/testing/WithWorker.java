package io.connections.api.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The service with its worker: what is queued runs.
public final class WithWorker implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("connections.worker.enabled", "true", "connections.worker.poll", "100ms");
    }
}
