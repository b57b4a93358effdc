package io.connections.application.connection.port;

import io.connections.domain.catalog.SetupValues;
import io.connections.domain.kernel.Secret;
import java.util.Map;
import java.util.Optional;

class InMemoryFilesTest extends ConnectorContract {
    private final InMemoryFiles files = new InMemoryFiles();

    @Override
    protected Connector connector() {
        return files;
    }

    @Override
    protected Access good() {
        return new Access(SetupValues.NONE, Map.of("password", new Secret("open-sesame")));
    }

    @Override
    protected Access refused() {
        return new Access(SetupValues.NONE, Map.of("password", new Secret("canary-of-the-night")));
    }

    @Override
    protected void put(String path, byte[] content) {
        files.put(path, content);
    }

    @Override
    protected Optional<byte[]> content(String path) {
        return files.content(path);
    }
}
