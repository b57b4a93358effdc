package io.connections.adapters.connector;

import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.connection.port.Connectors;
import io.connections.application.connection.port.ConnectorsContract;
import io.connections.domain.catalog.ConnectionType;
import io.connections.domain.catalog.ConnectionType.Mode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class InstalledConnectorsTest extends ConnectorsContract {
    @Inject Connectors connectors;
    @Inject ConnectionTypes types;

    @Override
    protected Connectors connectors() {
        return connectors;
    }

    /// All but the one of the tests, which no connector serves, and those that the website tag
    // runs.
    @Override
    protected List<ConnectionType> types() {
        return types.list().stream()
                .filter(type -> !type.category().equals("Tests"))
                .filter(type -> type.mode() != Mode.IN_PAGE)
                .toList();
    }
}
