package io.connections.adapters.connector.file;

import io.connections.adapters.connector.network.OutgoingAddressGuard;
import io.connections.adapters.connector.sftp.SftpConnector;
import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.run.port.RecordSource;
import io.connections.application.run.port.RecordSources;
import io.connections.domain.catalog.SetupValues;
import io.connections.domain.goal.FileSource;
import io.connections.domain.kernel.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Record sources for tests in other packages.
public final class FileSources {
    private FileSources() {}

    public static RecordSources ofTheProduct() {
        return new FileRecordSources(FileLimits.DEFAULT);
    }

    public static RecordSource local(Path folder, FileSource source) {
        return new FileRecordSource(new LocalFolder(folder), source, FileLimits.DEFAULT);
    }

    /// A test server's files, by the connector of the product.
    public static RecordSource sftp(int port, String hostKey, FileSource source)
            throws ConnectorFailed {
        SftpConnector connector =
                new SftpConnector(
                        new OutgoingAddressGuard(Optional.of(List.of("127.0.0.0/8"))),
                        Duration.ofSeconds(30));
        Access access =
                new Access(
                        new SetupValues(
                                Map.of(
                                        "host",
                                        "127.0.0.1",
                                        "port",
                                        Integer.toString(port),
                                        "user",
                                        "shop",
                                        "hostKey",
                                        hostKey)),
                        Map.of("password", new Secret("spring-rain")));
        return new FileRecordSource(connector.open(access), source, FileLimits.DEFAULT);
    }
}
