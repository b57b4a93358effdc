package io.connections.application.connection.port;

import io.connections.application.catalog.port.InMemoryConnectionTypes;
import io.connections.domain.catalog.ConnectionType;
import java.util.List;

class InMemoryConnectorsTest extends ConnectorsContract {
    @Override
    protected Connectors connectors() {
        return new InMemoryFiles();
    }

    @Override
    protected List<ConnectionType> types() {
        return new InMemoryConnectionTypes().list();
    }
}
