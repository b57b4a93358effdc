package io.connections.adapters.connector.sftp;

import io.connections.adapters.connector.network.OutgoingAddressGuard;
import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.Connector;
import io.connections.application.connection.port.ConnectorContract;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.kernel.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Against a real server; what only SFTP knows is in [SftpConnectorTest].
class SftpConnectorContractTest extends ConnectorContract {
    @TempDir Path folder;

    private final SftpConnector connector =
            new SftpConnector(
                    new OutgoingAddressGuard(Optional.of(List.of("127.0.0.0/8"))),
                    Duration.ofSeconds(10));
    private SftpTestServer server;

    @BeforeEach
    void start() {
        server = SftpTestServer.serving(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected Connector connector() {
        return connector;
    }

    @Override
    protected Access good() {
        return access("spring-rain");
    }

    @Override
    protected Access refused() {
        return access("canary-of-the-night");
    }

    @Override
    protected void put(String path, byte[] content) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.write(folder.resolve(path), content);
    }

    @Override
    protected Optional<byte[]> content(String path) throws IOException {
        Path file = folder.resolve(path);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private Access access(String password) {
        return new Access(
                new SetupValues(
                        Map.of(
                                "host", server.host(),
                                "port", Integer.toString(server.port()),
                                "user", "shop",
                                "signIn", "PASSWORD",
                                "hostKey", server.hostKeyFingerprint())),
                Map.of("password", new Secret(password)));
    }
}
