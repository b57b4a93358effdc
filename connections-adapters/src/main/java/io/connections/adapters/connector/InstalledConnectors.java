package io.connections.adapters.connector;

import io.connections.application.connection.port.Connector;
import io.connections.application.connection.port.Connectors;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Every connector that is a bean.
@Singleton
public final class InstalledConnectors implements Connectors {
    private final Instance<Connector> connectors;

    @Inject
    InstalledConnectors(Instance<Connector> connectors) {
        this.connectors = connectors;
    }

    @Override
    public Optional<Connector> find(String kind) {
        return connectors.stream().filter(connector -> connector.kind().equals(kind)).findAny();
    }
}
