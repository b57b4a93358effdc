package io.connections.application.catalog.port;

class InMemoryConnectionTypesTest extends ConnectionTypesContract {
    @Override
    protected ConnectionTypes types() {
        return new InMemoryConnectionTypes();
    }
}
