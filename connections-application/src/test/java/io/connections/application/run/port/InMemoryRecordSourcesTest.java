package io.connections.application.run.port;

class InMemoryRecordSourcesTest extends RecordSourcesContract {
    @Override
    protected RecordSources sources() {
        return new InMemoryRecordSources();
    }
}
