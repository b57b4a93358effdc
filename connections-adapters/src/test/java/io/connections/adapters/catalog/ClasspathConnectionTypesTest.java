package io.connections.adapters.catalog;

import io.connections.application.catalog.port.ConnectionTypes;
import io.connections.application.catalog.port.ConnectionTypesContract;

class ClasspathConnectionTypesTest extends ConnectionTypesContract {
    private final ConnectionTypes types = new ClasspathConnectionTypes();

    @Override
    protected ConnectionTypes types() {
        return types;
    }
}
