package io.connections.application.run.request.port;

class InMemoryColumnNamesTest extends ColumnNamesContract {
    @Override
    protected ColumnNames names() {
        return new InMemoryColumnNames();
    }
}
