package io.connections.application.run.request.port;

class InMemoryFileBeginningsTest extends FileBeginningsContract {
    @Override
    protected FileBeginnings beginnings() {
        return new InMemoryFileBeginnings();
    }
}
