package io.connections.adapters.bench;

import io.connections.adapters.connector.sftp.SftpTestServer;
import java.io.IOException;
import java.nio.file.Path;

/// The SFTP server that is read from, in a process of its own: its memory is not the import's. Says
/// its port and host key, and ends with its standard input.
public final class BenchServer {
    private BenchServer() {}

    public static void main(String[] arguments) throws IOException {
        ImportBench.quiet();
        try (SftpTestServer server = SftpTestServer.serving(Path.of(arguments[0]))) {
            System.out.println(server.port() + " " + server.hostKeyFingerprint());
            while (System.in.read() >= 0) {
                // Nothing is said to it.
            }
        }
    }
}
